import { appRouter, isProductError } from "@alprina/api";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { apiRoute } from "@/server/api-route";
import { createContext } from "@/server/context";

export const dynamic = "force-dynamic";

const handler = apiRoute((req, container) =>
  fetchRequestHandler({
    endpoint: "/api/trpc",
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
  }),
);

export { handler as GET, handler as POST };
