import { connect, createServer, type Server, type Socket } from "node:net";
import { freePort } from "./server";

/** A wire to a database that a test can cut, silence and mend. */
export interface Proxy {
  /** The database's URL, through the wire. */
  databaseUrl: string;
  open(): Promise<void>;
  /** Cuts every connection, and nobody listens any more. */
  cut(): Promise<void>;
  /** Connections stay and are made, but not a byte goes through, as when a packet filter swallows them. */
  silence(): void;
}

/** A wire in front of the database at `databaseUrl`, cut at first. */
export async function createProxy(databaseUrl: string): Promise<Proxy> {
  const target = new URL(databaseUrl);
  const port = await freePort();
  const sockets = new Set<Socket>();
  let isSilent = false;
  let server: Server | undefined;

  function join(client: Socket): void {
    const upstream = connect(Number(target.port), target.hostname);
    const pairs = [
      [client, upstream],
      [upstream, client],
    ] as const;
    for (const [from, to] of pairs) {
      sockets.add(from);
      from.on("data", (bytes) => {
        if (!isSilent) to.write(bytes);
      });
      from.on("error", () => undefined);
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  }

  const through = new URL(databaseUrl);
  through.port = String(port);
  return {
    databaseUrl: through.href,
    open() {
      isSilent = false;
      return new Promise((resolve, reject) => {
        server = createServer(join).once("error", reject).listen(port, "127.0.0.1", resolve);
      });
    },
    cut() {
      return new Promise((resolve) => {
        if (server) server.close(() => resolve());
        else resolve();
        server = undefined;
        for (const socket of sockets) socket.destroy();
      });
    },
    silence() {
      isSilent = true;
    },
  };
}
