import type { Server } from "node:http";

const DRAIN_MS = 10_000;

/**
 * Ends the process on SIGTERM, SIGINT and SIGHUP: no new connections, answers what is under way, then runs
 * `closing` in order. A second signal does not wait. Nothing here is needed for safety (a kill loses nothing
 * either), only for politeness to clients.
 */
export function onShutdown(server: Server, closing: (() => Promise<unknown>)[]): void {
  let isClosing = false;
  const close = async () => {
    if (isClosing) process.exit(1);
    isClosing = true;
    const drained = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    await drained;
    clearTimeout(cut);
    for (const step of closing) await step().catch((error: unknown) => console.error(error));
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => void close());
}
