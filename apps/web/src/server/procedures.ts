import { appRouter, isProductError } from "@alprina/api";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { Container } from "./container";
import { createContext } from "./context";

const ENDPOINT = "/api/trpc";

/** What our own server need not ask Next for. Other methods it refuses. */
export const isProcedureCall = ({ method, url }: { method?: string; url?: string }): boolean =>
  (method === "GET" || method === "POST") && !!url?.startsWith(`${ENDPOINT}/`);

/** The procedures, as the pages call them from the browser: behind our own server, and as Next's route. */
export function answerProcedures(container: Container, req: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: ENDPOINT,
    req,
    router: appRouter,
    createContext: () => createContext(container, req),
    // RFC 9110 §10.2.3, for callers that read no body.
    responseMeta: ({ errors }) => {
      const waits = errors.flatMap(({ cause }) =>
        isProductError(cause) ? (cause.options.retryAfterSeconds ?? []) : [],
      );
      return { headers: waits.length > 0 ? { "Retry-After": String(Math.max(...waits)) } : {} };
    },
    onError: ({ error, path }) => {
      if (error.code === "INTERNAL_SERVER_ERROR")
        container.logger.error({ err: error, path }, "procedure failed");
    },
  });
}
