import { AsyncResource } from "node:async_hooks";
import type { IncomingMessage, ServerResponse } from "node:http";
import { DRAIN_MS, MAX_BODY_BYTES } from "./limits";

/**
 * Calls `goOn` when the body of a request has arrived whole, so that whoever reads it then reads no more than
 * MAX_BODY_BYTES and waits for nobody; `refuse` once there is more of it. A length that is announced is believed
 * when it is too large, and never when it is small.
 */
export function whenBodyIsIn(
  request: IncomingMessage,
  response: ServerResponse,
  { goOn, refuse }: { goOn: () => void; refuse: () => void },
): void {
  const announced = Number(request.headers["content-length"] ?? 0);
  const hasBody = announced > 0 || request.headers["transfer-encoding"] !== undefined;
  if (!hasBody) {
    goOn();
    return;
  }
  if (announced > MAX_BODY_BYTES) {
    refuseAndDrain(request, response, refuse);
    return;
  }
  let size = 0;
  let isRefused = false;
  holdBody(request, {
    isKept: (chunk) => {
      size += chunk.byteLength;
      if (size > MAX_BODY_BYTES && !isRefused) {
        isRefused = true;
        refuseAndDrain(request, response, refuse);
      }
      return !isRefused;
    },
    // Node's parser calls in its own name; what goes on from there belongs to this request.
    isIn: AsyncResource.bind((chunks: Buffer[], handOver: (chunks: Buffer[]) => void) => {
      handOver(isRefused ? [] : chunks);
      if (!isRefused) goOn();
    }),
  });
}

/**
 * Keeps the body of a request back until it is whole. `isIn` is given its pieces, and must call `handOver` with
 * those that the request's reader shall find, as if they had come at once; none, when nobody will read it.
 */
export function holdBody(
  request: IncomingMessage,
  {
    isKept,
    isIn,
  }: {
    isKept: (chunk: Buffer) => boolean;
    isIn: (chunks: Buffer[], handOver: (chunks: Buffer[]) => void) => void;
  },
): void {
  // Node's parser hands a body over by `push`.
  const chunks: Buffer[] = [];
  const push = request.push.bind(request);
  const handOver = (some: Buffer[]) => {
    request.push = push;
    for (const one of some) push(one);
    push(null);
  };
  request.push = (chunk: Buffer | null) => {
    if (chunk === null) {
      isIn(chunks, handOver);
      return false;
    }
    if (isKept(chunk)) chunks.push(chunk);
    return true;
  };
}

/** The connection is closed when the rest does not end soon; else it can be used again. */
function refuseAndDrain(request: IncomingMessage, response: ServerResponse, refuse: () => void): void {
  const cut = setTimeout(() => request.socket.destroy(), DRAIN_MS);
  request.once("end", () => clearTimeout(cut)).once("close", () => clearTimeout(cut));
  refuse();
  request.resume();
}
