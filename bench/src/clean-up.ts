import { setTimeout as sleep } from "node:timers/promises";
import { createStore, forgetActivity, forgetSpent } from "@alprina/api";
import { openDatabase } from "@alprina/db";
import pg from "pg";
import { insertExpired } from "./seed";

/**
 * A process that lets the product's own clean-up run over and over, as the servers of a large fleet would, and keeps
 * giving it something to remove. Asked anything, it answers how many expired rows it gave and how many are gone.
 */

const EXPIRED_A_STEP = 1_000;
const STEP_MS = 1_000;
const ACTIVITY_KEPT_SECONDS = 400 * 24 * 60 * 60;

const url = process.env.DATABASE_URL ?? "";
const { prisma } = openDatabase({ url, maxConnections: 2 });
const client = new pg.Client({ connectionString: url });
const deps = { store: createStore(prisma), now: () => new Date() };
let given = 0;

process.on("message", () => void tell());
process.once("disconnect", () => process.exit());
await client.connect();
for (;;) {
  await insertExpired(client, EXPIRED_A_STEP);
  given += EXPIRED_A_STEP;
  await forgetActivity(deps, { keepSeconds: ACTIVITY_KEPT_SECONDS });
  await forgetSpent(deps);
  await sleep(STEP_MS);
}

async function tell(): Promise<void> {
  const { rows } = await client.query<{ left: number }>(
    "SELECT count(*)::int AS left FROM device_grant WHERE expires_at < now() - interval '30 days'",
  );
  process.send?.({ given, gone: given - (rows[0]?.left ?? 0) });
}
