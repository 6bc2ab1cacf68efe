import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const DRAIN_MS = 10_000;

/**
 * Ends the process on SIGTERM, SIGINT and SIGHUP: `drain`, then no new connections, answers what is under way, then
 * runs `closing` in order. After SIGTERM, which is what a supervisor sends, it first goes on as before for
 * `drainSeconds`, because a balancer needs that long to see it and send to others. A second signal does not wait.
 * Nothing here is needed for safety (a kill loses nothing either), only for politeness to clients.
 */
export function onShutdown(
  server: Server,
  {
    drain,
    drainSeconds,
    closing,
  }: { drain: (() => void)[]; drainSeconds: number; closing: (() => Promise<unknown>)[] },
): void {
  let isClosing = false;
  // One place a connection, written over by each request. A set of the replies under way, to which every request
  // adds and from which it takes, keeps leaving its own former tables behind in old memory, and each of those keeps
  // what came after it from being collected young: that was a third of all that a busy server did.
  const lastOn = new Map<Socket, ServerResponse | undefined>();
  server.on("connection", (socket: Socket) => {
    lastOn.set(socket, undefined);
    socket.once("close", () => lastOn.delete(socket));
  });
  server.prependListener("request", ({ socket }, response: ServerResponse) => {
    if (isClosing) response.shouldKeepAlive = false;
    lastOn.set(socket, response);
  });
  const close = async (signal: NodeJS.Signals) => {
    if (isClosing) process.exit(1);
    isClosing = true;
    // Whoever is answered from now on should come back by another connection, to another instance.
    for (const response of lastOn.values()) if (response) response.shouldKeepAlive = false;
    for (const tell of drain) tell();
    if (signal === "SIGTERM") await sleep(drainSeconds * 1000);
    const drained = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    await drained;
    clearTimeout(cut);
    for (const step of closing) await step().catch((error: unknown) => console.error(error));
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => void close(signal));
}
