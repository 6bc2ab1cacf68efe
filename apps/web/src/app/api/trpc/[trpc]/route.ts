import { appRouter } from "@alprina/api";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { getContainer } from "@/server/container";
import { createContext } from "@/server/context";

export const dynamic = "force-dynamic";

function handler(req: Request) {
  const container = getContainer();
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req,
    router: appRouter,
    createContext: () => createContext(container, req),
    onError: ({ error, path }) => {
      if (error.code === "INTERNAL_SERVER_ERROR")
        container.logger.error({ err: error, path }, "procedure failed");
    },
  });
}

export { handler as GET, handler as POST };
