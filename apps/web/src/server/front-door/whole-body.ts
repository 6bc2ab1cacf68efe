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
  // Node's parser hands a body over by `push`. Kept back here, it reaches its reader as if it had come at once.
  const chunks: unknown[] = [];
  let size = 0;
  let isRefused = false;
  // The parser calls in its own name; what goes on from there still belongs to this request.
  const goOnAsBefore = AsyncResource.bind(goOn);
  const push = request.push.bind(request);
  request.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (chunk === null) {
      request.push = push;
      for (const one of isRefused ? [] : chunks) push(one, encoding);
      push(null);
      if (!isRefused) goOnAsBefore();
      return false;
    }
    size += (chunk as Buffer).byteLength;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
    else if (!isRefused) {
      isRefused = true;
      refuseAndDrain(request, response, refuse);
    }
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
