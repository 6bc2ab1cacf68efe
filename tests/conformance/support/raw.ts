import { connect, type Socket } from "node:net";
import { once } from "node:events";
import type { Host } from "@alprina/contract-tests/support/hosts";

export interface RawReply {
  status: number;
  body: Record<string, unknown>;
}

/** A connection that is open, and over which exactly the given bytes go. */
export interface Wire {
  /** Sends the bytes now, in this very tick, and gives the reply. The server closes afterwards. */
  send(bytes: string): Promise<RawReply>;
}

export async function openWire(host: Host): Promise<Wire> {
  const { hostname, port } = new URL(host.url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  return {
    send(bytes) {
      socket.write(bytes);
      return readReply(socket);
    },
  };
}

/** One request of exactly these bytes on a connection of its own. It must say `Connection: close`. */
export async function exchange(host: Host, bytes: string): Promise<RawReply> {
  return (await openWire(host)).send(bytes);
}

/** A POST of a form as most clients write it. The second argument is the body, byte for byte. */
export function post(path: string, body: string, headers: string[] = []): string {
  return [
    `POST ${path} HTTP/1.1`,
    "Host: login.test",
    "Connection: close",
    "Content-Type: application/x-www-form-urlencoded",
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...headers,
    "",
    body,
  ].join("\r\n");
}

async function readReply(socket: Socket): Promise<RawReply> {
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(socket, "close");
  const text = Buffer.concat(chunks).toString("utf8");
  const end = text.indexOf("\r\n\r\n");
  const [head, body] = [text.slice(0, end), text.slice(end + 4)];
  const isChunked = /^transfer-encoding: chunked$/im.test(head);
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]),
    body: JSON.parse(isChunked ? unchunked(body) : body) as Record<string, unknown>,
  };
}

function unchunked(body: string): string {
  const size = parseInt(body, 16);
  if (!size) return "";
  const start = body.indexOf("\r\n") + 2;
  return body.slice(start, start + size) + unchunked(body.slice(start + size + 2));
}
