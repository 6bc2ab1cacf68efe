import type { IncomingMessage } from "node:http";
import { MAX_BODY_BYTES } from "./front-door/limits";
import { getContainer } from "./container";

/** The request behind a page of the Pages Router, as the procedures want it. */
export function webRequest(request: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  return new Request(getContainer().env.publicUrl, { method: request.method, headers });
}

/**
 * The fields of a form that was posted to a page. Null for what is no such form, or is larger than any of ours.
 */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded") return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}
