import type { Instrumentation } from "next";
import type { Container } from "./server/container";

/**
 * Next's own word of a page or a route that failed, as a line of our log under the id that the reply carries. The
 * container is looked for and not imported: Next builds this file for its edge runtime too, where nothing of it runs.
 */
export const onRequestError: Instrumentation.onRequestError = (error, _, { routePath }) => {
  const { [Symbol.for("alprina.container")]: container } = globalThis as {
    [slot: symbol]: Container | undefined;
  };
  container?.logFailure(error, undefined, { route: routePath });
};
