import { randomUUID } from "node:crypto";
import { STATUS_CODES, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { currentRequestId } from "../observe/current-request";
import { securityHeaders } from "../security-headers";
import { MAX_BODY_BYTES } from "./limits";

/** A request that the front door answers itself, because nobody behind it should see it. */
export interface Refusal {
  status: number;
  error: string;
  message: string;
  headers?: Record<string, string>;
}

export const bodyTooLarge: Refusal = {
  status: 413,
  error: "request_too_large",
  message: `The body is larger than ${MAX_BODY_BYTES} bytes.`,
};

export const unknownMethod: Refusal = {
  status: 405,
  error: "method_not_allowed",
  message: "This method is not known here.",
  headers: { Allow: "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS" },
};

const broken: Record<string, Refusal | undefined> = {
  HPE_INVALID_METHOD: unknownMethod,
  HPE_HEADER_OVERFLOW: {
    status: 431,
    error: "request_too_large",
    message: "The headers are larger than 16384 bytes.",
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    error: "request_timeout",
    message: "The request took too long to arrive.",
  },
};

export function refuse(response: ServerResponse, refusal: Refusal, publicUrl: string): void {
  const { headers, body } = replyOf(refusal, publicUrl);
  response.writeHead(refusal.status, headers);
  response.end(body);
}

/** What Node's parser gave up on (`clientError`): there is no response to write to, only the connection. */
export function refuseBroken(error: NodeJS.ErrnoException, socket: Duplex, publicUrl: string): void {
  const hasAnswered = "bytesWritten" in socket && Number(socket.bytesWritten) > 0;
  // In the middle of a reply another one would be read as its rest.
  if (error.code === "ECONNRESET" || !socket.writable || hasAnswered) {
    socket.destroy();
    return;
  }
  refuseOnSocket(
    socket,
    broken[error.code ?? ""] ?? {
      status: 400,
      error: "invalid_request",
      message: "This is no HTTP request.",
    },
    publicUrl,
  );
}

/** For a request that has no response object: it never got that far, or asked for a tunnel (CONNECT). */
export function refuseOnSocket(socket: Duplex, refusal: Refusal, publicUrl: string): void {
  const { headers, body } = replyOf(refusal, publicUrl);
  const lines = Object.entries({ ...headers, Connection: "close" }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  socket.end(
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ""}\r\n${lines.join("")}\r\n${body}`,
  );
}

function replyOf({ error, message, headers }: Refusal, publicUrl: string) {
  // As both dialects of the REST handler say it, and as the sign-in pages read it.
  const body = JSON.stringify({ error, error_description: message, detail: message, message });
  return {
    body,
    headers: {
      ...securityHeaders(publicUrl),
      "Content-Type": "application/json",
      "Content-Length": String(Buffer.byteLength(body)),
      "Cache-Control": "no-store",
      "X-Request-Id": currentRequestId() ?? randomUUID(),
      ...headers,
    },
  };
}
