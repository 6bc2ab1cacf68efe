import { isHost } from "./request-line";

/** What the lane reads of a request's headers. */
export interface LaneHeaders {
  authorization: string | null;
  contentType: string | null;
  prefer: string | null;
  /** What the request was called on its way here. */
  requestId: string | null;
  /** Of the body, in bytes. */
  length: number;
}

/** Longer bodies are nothing that the lane knows; a poll or an introspection is a few hundred bytes. */
const LARGEST_BODY = 4 * 1024;

/**
 * From the raw list, which costs less than the object that Node makes of it. Null for a request that the lane leaves
 * to others: one that asks for something more, has a header twice that it reads, or a body that is coded, in chunks
 * or large.
 */
export function readLaneHeaders(rawHeaders: string[]): LaneHeaders | null {
  let authorization: string | null = null;
  let contentType: string | null = null;
  let prefer: string | null = null;
  let requestId: string | null = null;
  let length = 0;
  let hasLength = false;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const value = rawHeaders[i + 1] ?? "";
    switch ((rawHeaders[i] ?? "").toLowerCase()) {
      case "authorization":
        if (authorization !== null) return null;
        authorization = value;
        break;
      case "content-type":
        if (contentType !== null) return null;
        contentType = value;
        break;
      case "prefer":
        if (prefer !== null) return null;
        prefer = value;
        break;
      case "content-length":
        if (hasLength) return null;
        hasLength = true;
        length = Number(value);
        if (!(length <= LARGEST_BODY)) return null;
        break;
      case "x-request-id":
        if (requestId !== null) return null;
        requestId = value;
        break;
      case "host":
        if (!isHost(value)) return null;
        break;
      case "content-encoding":
      case "expect":
      case "transfer-encoding":
      case "upgrade":
        return null;
    }
  }
  return { authorization, contentType, prefer, requestId, length };
}
