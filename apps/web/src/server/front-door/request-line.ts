import type { IncomingMessage } from "node:http";
import { unknownMethod, type Refusal } from "./refusals";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Next reads them as far as it can; the REST handler says by itself, for each path, which there are. */
export const isKnownMethod = ({ method = "" }: IncomingMessage): boolean => METHODS.has(method);
/** Whether a Host header can be one. */
export const isHost = (header: string): boolean => HOST.test(header);
const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

const badTarget: Refusal = {
  status: 400,
  error: "invalid_request",
  message: "The request line has no path that can be read.",
};

const badHost: Refusal = { status: 400, error: "invalid_request", message: "The Host header is no host." };

/**
 * The path and query of a request as everybody behind the front door reads them, or why it goes no further.
 * The absolute form (RFC 9112 §3.2.2) loses its origin: which host somebody says they mean decides nothing here.
 * Slashes at the start become one, which is what a base URL with a slash at its end leads to; Next would redirect.
 */
export function readTarget({ method = "", url = "", headers }: IncomingMessage): string | Refusal {
  // The one method that Node's parser lets through and no `Request` can carry (Fetch, "forbidden method").
  if (method === "TRACE") return unknownMethod;
  if (headers.host !== undefined && !isHost(headers.host)) return badHost;
  const path = /^https?:\/\/[^/?#]*(.*)$/is.exec(url)?.[1] ?? url;
  const target = path === "" || path.startsWith("?") ? `/${path}` : path.replace(/^[/\\]+/, "/");
  if (!target.startsWith("/") || !URL.canParse(target, "http://localhost")) return badTarget;
  return target;
}
