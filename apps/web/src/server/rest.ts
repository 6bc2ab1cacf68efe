import { getContainer } from "./container";

/** The REST handler for Next's routes, on hosts where our own server does not stand in front. */
export function rest(request: Request): Promise<Response> {
  return getContainer().rest(request);
}
