import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from "node:http";

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  /** As they came, names and values in turn. */
  rawHeaders: string[];
  text: string;
  /** The body as JSON; undefined when it is none. */
  body: unknown;
}

export interface Message {
  headers?: OutgoingHttpHeaders;
  /** Sent as it is, with its length. In pieces: chunked, without one. */
  body?: string | Buffer | Buffer[];
  /** The address of this machine to come from. On Linux all of 127.0.0.0/8 are. */
  localAddress?: string;
}

/**
 * One request on a connection of its own, as the command line in the field makes them, with exactly the headers
 * that are given. Follows no redirect.
 */
export function send(
  origin: string,
  method: string,
  path: string,
  { headers, body, localAddress }: Message = {},
): Promise<Reply> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { hostname, port, method, path, headers, localAddress, agent: false },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", reject);
        incoming.on("end", () => {
          const text = Buffer.concat(chunks).toString("utf8");
          const { statusCode: status = 0, headers, rawHeaders } = incoming;
          resolve({ status, headers, rawHeaders, text, body: parse(text) });
        });
      },
    );
    outgoing.on("error", reject);
    if (!Array.isArray(body)) {
      outgoing.end(body);
      return;
    }
    for (const piece of body) outgoing.write(piece);
    outgoing.end();
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
