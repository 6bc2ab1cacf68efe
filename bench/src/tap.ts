import { connect, createServer, type Server, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

/** One statement as it went over the wire, with its values as they were sent; null is SQL's. */
export interface Statement {
  connection: number;
  text: string;
  values: ({ isBinary: boolean; bytes: Buffer } | null)[];
}

/** A wire between a server and its PostgreSQL that is read along, and that can lose what is said to listeners. */
export interface Tap {
  /** The database's URL, through the wire. */
  databaseUrl: string;
  /** Every statement so far: how often the server asked for something. */
  count(): number;
  /** Calls `hear` for every statement from now on; what it answers ends that. */
  listen(hear: (statement: Statement) => void): () => void;
  /**
   * From now on not a byte passes on connections that LISTEN, and none is closed: as when a packet filter forgets
   * them. How many they are.
   */
  loseMessages(): number;
  /** Lets go of what was lost: those connections end, and new ones work. */
  mend(): void;
  close(): Promise<void>;
}

export async function openTap(databaseUrl: string): Promise<Tap> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const listening = new Map<number, Socket[]>();
  const hearers = new Set<(statement: Statement) => void>();
  let [statements, connections] = [0, 0];
  let isLossy = false;

  function join(client: Socket): void {
    const connection = connections++;
    const server = connect(Number(target.port), target.hostname);
    const isLost = () => isLossy && listening.has(connection);
    const hear = (statement: Omit<Statement, "connection">) => {
      statements++;
      if (/^\s*LISTEN\b/i.test(statement.text)) listening.set(connection, [client, server]);
      hearers.forEach((one) => one({ connection, ...statement }));
    };
    const read = frontendReader(hear);
    client.on("data", (bytes) => {
      read(bytes);
      if (!isLost()) server.write(bytes);
    });
    server.on("data", (bytes) => void (isLost() || client.write(bytes)));
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.setNoDelay(true);
      sockets.add(one);
      one.on("error", () => undefined);
      one.on("close", () => {
        sockets.delete(one);
        listening.delete(connection);
        other.destroy();
      });
    }
  }

  const wire: Server = createServer(join);
  await new Promise<void>((resolve) => wire.listen(0, "127.0.0.1", resolve));
  const through = new URL(databaseUrl);
  through.port = String((wire.address() as AddressInfo).port);
  return {
    databaseUrl: through.href,
    count: () => statements,
    listen(hear) {
      hearers.add(hear);
      return () => void hearers.delete(hear);
    },
    loseMessages() {
      isLossy = true;
      return listening.size;
    },
    mend() {
      isLossy = false;
      for (const pair of [...listening.values()]) pair.forEach((socket) => socket.destroy());
    },
    close: () =>
      new Promise((resolve) => {
        wire.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Reads what a client says (PostgreSQL's protocol 3.0, "Message Formats"): Parse, Bind and Query. */
export function frontendReader(hear: (statement: Omit<Statement, "connection">) => void) {
  const prepared = new Map<string, string>();
  let rest: Buffer = Buffer.alloc(0);
  // The first message has no letter in front: it names user and database.
  let isFirst = true;
  return (chunk: Buffer) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      const start = isFirst ? 0 : 1;
      if (rest.length < start + 4) return;
      const end = start + rest.readInt32BE(start);
      if (rest.length < end) return;
      const body = new Message(rest.subarray(start + 4, end));
      const kind = isFirst ? "" : String.fromCharCode(rest[0] ?? 0);
      isFirst = false;
      rest = rest.subarray(end);
      if (kind === "Q") hear({ text: body.text(), values: [] });
      if (kind === "P") prepared.set(body.text(), body.text());
      if (kind === "B") hear(readBind(body, prepared));
    }
  };
}

function readBind(body: Message, prepared: Map<string, string>): Omit<Statement, "connection"> {
  body.text();
  const text = prepared.get(body.text()) ?? "";
  const formats = Array.from({ length: body.int16() }, () => body.int16() === 1);
  const values = Array.from({ length: body.int16() }, (_, index) => {
    const bytes = body.value();
    // One format for all, or one each.
    return bytes && { isBinary: (formats.length === 1 ? formats[0] : formats[index]) ?? false, bytes };
  });
  return { text, values };
}

/** A message's fields, one after the other. */
class Message {
  private at = 0;
  constructor(private readonly bytes: Buffer) {}

  text(): string {
    const end = this.bytes.indexOf(0, this.at);
    const text = this.bytes.toString("utf8", this.at, end);
    this.at = end + 1;
    return text;
  }
  int16(): number {
    return this.bytes.readInt16BE((this.at += 2) - 2);
  }
  value(): Buffer | null {
    const length = this.bytes.readInt32BE((this.at += 4) - 4);
    if (length < 0) return null;
    return Buffer.from(this.bytes.subarray(this.at, (this.at += length)));
  }
}
