import { getContainer, type Container } from "./container";
import { MAX_BODY_BYTES } from "./front-door/limits";
import { observedRoute } from "./observe/requests";
import { secured } from "./security-headers";

/**
 * A route of Next's that is no page: its bodies are as small, and its replies say the same to browsers, as behind
 * our front door.
 */
export function apiRoute(
  handler: (request: Request, container: Container) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const container = getContainer();
    const answer = secured(async () => {
      const bounded = await withWholeBody(request);
      return bounded ? handler(bounded, container) : tooLarge();
    }, container.env.publicUrl);
    return (container.hasFrontDoor ? answer : observedRoute(container, answer))(request);
  };
}

/** The request with its body read; null when there is more of it than MAX_BODY_BYTES. */
async function withWholeBody(request: Request): Promise<Request | null> {
  if (!request.body) return request;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = (request.body as ReadableStream<Uint8Array>).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > MAX_BODY_BYTES) {
      void reader.cancel();
      return null;
    }
    chunks.push(next.value);
  }
  const { method, url, headers, signal } = request;
  return new Request(url, { method, headers, signal, body: Buffer.concat(chunks) });
}

function tooLarge(): Response {
  return Response.json({ message: `The body is larger than ${MAX_BODY_BYTES} bytes.` }, { status: 413 });
}
