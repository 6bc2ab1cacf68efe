import { AsyncLocalStorage } from "node:async_hooks";

/*
 * The id of the request that is being answered, for every line that is logged meanwhile. Our bundle and Next's are
 * two instances of this module, hence the symbol (as in container.ts).
 */
const slot = Symbol.for("alprina.request-id");
const shared = globalThis as { [slot]?: AsyncLocalStorage<string> };
const current = (shared[slot] ??= new AsyncLocalStorage());

/** Runs `answer` as the answer to the request with this id. */
export function withRequestId<T>(requestId: string, answer: () => T): T {
  return current.run(requestId, answer);
}

/** Undefined outside of requests. */
export const currentRequestId = (): string | undefined => current.getStore();
