import { connect, type Socket } from "node:net";

/** What came back, and how long it took from the first byte sent to the last byte received. */
export interface Answer {
  status: number;
  body: string;
  milliseconds: number;
}

const HEAD_END = Buffer.from("\r\n\r\n");
const LENGTH = /\r\ncontent-length: *(\d+)/i;

/**
 * One keep-alive connection with one request on its way at a time. It reads of a reply what a load tool must know,
 * the status and where it ends, because whatever the tool computes it takes from the server beside it: autocannon
 * takes 35 µs a request, more than bare `node:http` takes to answer one.
 */
export class Connection {
  private readonly socket: Socket;
  private buffered: Buffer | undefined;
  private settle: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;
  private sentAt = 0;

  /** @param keepsBody whether answers carry their text; else it is skipped */
  constructor(
    origin: string,
    private readonly keepsBody = false,
  ) {
    const { hostname, port } = new URL(origin);
    this.socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.socket.on("data", (chunk) => this.receive(chunk));
    this.socket.on("error", (error) => this.fail(error));
    this.socket.on("close", () => this.fail(new Error(`${origin} closed the connection`)));
  }

  /** Sends bytes that are a whole request; rejects when the connection is lost. */
  send(request: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.socket.destroyed) return reject(new Error("The connection is closed"));
      this.settle = { resolve, reject };
      this.sentAt = performance.now();
      this.socket.write(request);
    });
  }

  close(): void {
    this.settle = undefined;
    this.socket.destroy();
  }

  private receive(chunk: Buffer): void {
    const bytes = this.buffered ? Buffer.concat([this.buffered, chunk]) : chunk;
    const headEnd = bytes.indexOf(HEAD_END);
    const head = headEnd < 0 ? undefined : bytes.toString("latin1", 0, headEnd);
    const body = head === undefined ? undefined : bodyOf(head, bytes.subarray(headEnd + HEAD_END.length));
    if (head === undefined || body === undefined) {
      this.buffered = bytes;
      return;
    }
    this.buffered = undefined;
    const settle = this.settle;
    this.settle = undefined;
    settle?.resolve({
      status: Number(head.slice(9, 12)),
      body: this.keepsBody ? body.toString("utf8") : "",
      milliseconds: performance.now() - this.sentAt,
    });
  }

  private fail(error: Error): void {
    this.settle?.reject(error);
    this.settle = undefined;
  }
}

/** The body in `rest`, or undefined while there is more to come. A 204 has none. */
function bodyOf(head: string, rest: Buffer): Buffer | undefined {
  const length = LENGTH.exec(head)?.[1];
  if (length !== undefined)
    return rest.length >= Number(length) ? rest.subarray(0, Number(length)) : undefined;
  return head.startsWith("204", 9) ? rest : unchunked(rest);
}

/** A chunked body (RFC 9112 §7.1), put together. */
function unchunked(rest: Buffer): Buffer | undefined {
  const pieces: Buffer[] = [];
  for (let at = 0; ;) {
    const lineEnd = rest.indexOf("\r\n", at);
    if (lineEnd < 0) return undefined;
    const size = parseInt(rest.toString("latin1", at, lineEnd), 16);
    const end = lineEnd + 2 + size;
    if (rest.length < end + 2) return undefined;
    if (size === 0) return Buffer.concat(pieces);
    pieces.push(rest.subarray(lineEnd + 2, end));
    at = end + 2;
  }
}

/** A request's bytes, so that none are put together while the clock runs. */
export function requestBytes(
  method: string,
  path: string,
  { headers = {}, body = "" }: { headers?: Record<string, string>; body?: string } = {},
): Buffer {
  const lines = Object.entries({
    Host: "127.0.0.1",
    Connection: "keep-alive",
    ...headers,
    ...(method === "GET" ? {} : { "Content-Length": String(Buffer.byteLength(body)) }),
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n${body}`);
}
