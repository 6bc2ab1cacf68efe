import { AsyncLocalStorage } from "node:async_hooks";
import type { ServerResponse } from "node:http";

/*
 * A page of Next can be 200, 404 or a redirect, and nothing else. Our front door knows the reply behind it. Its
 * bundle and Next's are two instances of this module, hence the symbol (as in container.ts).
 */
const slot = Symbol.for("alprina.replies");
const shared = globalThis as { [slot]?: AsyncLocalStorage<ServerResponse> };
const replies = (shared[slot] ??= new AsyncLocalStorage());

/** Runs `render` so that a page in it can say its status. */
export function withReply<T>(reply: ServerResponse, render: () => T): T {
  return replies.run(reply, render);
}

/** The status of the page that is being rendered. On a host without our front door it stays 200. */
export function sayStatus(status: number): void {
  const reply = replies.getStore();
  if (reply && !reply.headersSent) reply.statusCode = status;
}

/** That the page is refused for now, and for how long (RFC 6585 §4). The same holds for hosts. */
export function sayTooMany(retryAfterSeconds: number): void {
  sayStatus(429);
  const reply = replies.getStore();
  if (reply && !reply.headersSent) reply.setHeader("Retry-After", retryAfterSeconds);
}
