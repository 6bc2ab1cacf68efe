import {
  createRedisTeller,
  createSecrets,
  createStore,
  findNoPlace,
  openRedis,
  type Deps,
} from "@alprina/api";
import { openDatabase } from "@alprina/db";
import type { Env } from "@/env";
import { openBackend } from "@/server/backend";
import type { Terminal } from "./terminal";

/** What a command works with: the product on the same database and secret as the server's. */
export interface Session {
  deps: Pick<Deps, "now" | "secrets" | "store" | "findPlace">;
  /** The origin that clients are told to use. */
  publicUrl: string;
  close(): Promise<void>;
}

// An operator waits for a large removal; a command line that asks a server could not.
const ANSWERED_WITHIN_MS = 60_000;

/**
 * Opens the database that a server with this environment would, starting the embedded one when it does not run,
 * and migrates it. `close` leaves behind what was found.
 * @throws what `openBackend` does, and at once when the operator's database does not answer.
 */
export async function openSession(env: Env, checkout: string, terminal: Terminal): Promise<Session> {
  const backend = await openBackend(env, checkout, { ifAway: "fail" });
  try {
    const migrations = await backend.migrated;
    if (migrations.length > 0) {
      const where = backend.embeddedIn ? `the embedded one, in ${backend.embeddedIn}` : "DATABASE_URL";
      terminal.say(terminal.colors.dim(`Migrated the database (${where}): ${migrations.join(", ")}`));
    }
    const database = openDatabase({
      url: backend.databaseUrl,
      maxConnections: 2,
      queryTimeoutMs: ANSWERED_WITHIN_MS,
    });
    const { apiKeyPrefix } = env.policy;
    // Where servers hear of each other by Redis, nobody else would tell them of this. One that is away is no failure:
    // what is not told is seen some seconds later.
    const redis = env.redisUrl ? openRedis(env.redisUrl, { onAway: () => {}, onBack: () => {} }) : undefined;
    const teller = redis && createRedisTeller(redis);
    await redis?.opened;
    return {
      deps: {
        now: () => new Date(),
        secrets: createSecrets({ serverSecret: backend.serverSecret, apiKeyPrefix }),
        store: createStore(database, teller),
        findPlace: findNoPlace,
      },
      publicUrl: env.publicUrl,
      close: async () => {
        await teller?.told();
        redis?.close();
        await database.close();
        await backend.close();
      },
    };
  } catch (error) {
    await backend.close();
    throw error;
  }
}
