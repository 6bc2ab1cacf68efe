import { connect } from "node:net";

export interface Heard {
  /** 0 when not a byte came back. */
  status: number;
  headers: Record<string, string>;
  /** Whether the server ended the connection. */
  isClosed: boolean;
}

/**
 * Bytes as they are, on a connection of their own, for what no HTTP client would send; and what came back until the
 * server closed, or until `until` said that it is enough.
 */
export function sendBytes(
  origin: string,
  bytes: string,
  { then, until }: { then?: string[]; until?: (text: string) => boolean } = {},
): Promise<Heard> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(Number(port), hostname, () => {
      socket.write(bytes);
      for (const more of then ?? []) socket.write(more);
    });
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      if (!until?.(text)) return;
      resolve({ ...read(text), isClosed: false });
      socket.destroy();
    });
    // A reset is an end as well.
    socket.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "ECONNRESET" && error.code !== "EPIPE") reject(error);
    });
    socket.on("close", () => resolve({ ...read(text), isClosed: true }));
  });
}

function read(text: string): Pick<Heard, "status" | "headers"> {
  const [first = "", ...lines] = (text.split("\r\n\r\n", 1)[0] ?? "").split("\r\n");
  const pairs = lines.map((line) => [
    line.slice(0, line.indexOf(":")).toLowerCase(),
    line.slice(line.indexOf(":") + 1).trim(),
  ]);
  return {
    status: Number(first.split(" ")[1] ?? 0),
    headers: Object.fromEntries(pairs) as Record<string, string>,
  };
}
