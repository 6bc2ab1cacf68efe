import pg from "pg";
import type { Events } from "./hub";
import { keepListening, type OpenLine } from "./listening";

const ANSWER_WITHIN_MS = 4_000;

/**
 * Hears what the triggers of the database tell: one connection that listens, beside the pool. It goes on trying when
 * the database is away, and never throws. Behind a pooler that does not keep sessions nothing comes back, and it is
 * never live: then everything is read, as without it.
 */
export function openPostgresEvents({ url }: { url: string }): Events {
  return keepListening({ open: listenTo(url) });
}

const listenTo =
  (url: string): OpenLine =>
  async ({ all, own }, hear) => {
    const client = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_WITHIN_MS,
      query_timeout: ANSWER_WITHIN_MS,
      application_name: "alprina events",
    });
    const gone = new Promise<void>((resolve) => {
      client.on("end", resolve);
      client.on("error", () => resolve());
    });
    client.on("notification", ({ channel, payload }) => hear(channel, payload));
    const cut = () => {
      (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    };
    try {
      await client.connect();
      await client.query(`LISTEN ${all}; LISTEN ${own}`);
    } catch (error) {
      cut();
      throw error;
    }
    return { gone, cut, beat: () => client.query(`NOTIFY ${own}`) };
  };
