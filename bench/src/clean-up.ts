import { setTimeout as sleep } from "node:timers/promises";
import { createStore } from "@alprina/api";
import { openDatabase } from "@alprina/db";
import pg from "pg";
import { startHousekeeping } from "../../apps/web/src/server/housekeeping";
import { createLogger } from "../../apps/web/src/server/logger";
import { insertExpired } from "./seed";

/**
 * A process that lets the product's own clean-up run over and over, as the servers of a large fleet would, and keeps
 * giving it something to remove. Asked anything, it answers how many expired grants it gave and how many are gone.
 */

const EXPIRED_A_STEP = 1_000;
const STEP_MS = 1_000;

const url = process.env.DATABASE_URL ?? "";
const database = openDatabase({ url, maxConnections: 2 });
const client = new pg.Client({ connectionString: url });
let given = 0;

process.on("message", () => void tell());
process.once("disconnect", () => process.exit());
await client.connect();
startHousekeeping(
  { store: createStore(database), now: () => new Date() },
  { activityDays: 400, logger: createLogger("warn"), firstAfterMs: 0, everyMs: STEP_MS },
);
for (;;) {
  await insertExpired(client, EXPIRED_A_STEP);
  given += EXPIRED_A_STEP;
  await sleep(STEP_MS);
}

async function tell(): Promise<void> {
  const { rows } = await client.query<{ left: number }>(
    "SELECT count(*)::int AS left FROM device_grant WHERE expires_at < now() - interval '30 days'",
  );
  process.send?.({ given, gone: given - (rows[0]?.left ?? 0) });
}
