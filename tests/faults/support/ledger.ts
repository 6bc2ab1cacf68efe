import { openDatabase } from "@alprina/db";
import { expectSoundTables, noteSteps } from "@alprina/api/testing/sound-tables";
import { sha256 } from "@alprina/contract-tests/support/database";
import { authorize } from "@alprina/contract-tests/support/flows";
import type { Host } from "@alprina/contract-tests/support/hosts";
import type { Person } from "@alprina/contract-tests/support/people";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";

/** What people approved, and what the tables say in the end of all that happened. */
export interface Ledger {
  /**
   * A person approves these logins, through whichever host, some at a time. Told that the server is away, they click
   * again, as people do.
   */
  approve(host: Host, person: Person, userCodes: string[]): Promise<void>;
  /**
   * Every login that was approved so far gave exactly one key, no other did, and `keys` are among them; nothing in
   * the tables is out of order.
   */
  expectNothingLost(keys: string[]): Promise<void>;
  close(): Promise<void>;
}

const AT_ONCE = 10;

export async function openLedger(databaseUrl: string): Promise<Ledger> {
  const database = openDatabase({ url: databaseUrl, maxConnections: 2, queryTimeoutMs: 30_000 });
  await noteSteps(database);
  let approved = 0;

  async function approveOne(host: Host, person: Person, userCode: string): Promise<void> {
    for (const deadline = Date.now() + 30_000; ; await sleep(200)) {
      const { status, text } = await authorize(host, person, userCode);
      if (status === 200) break;
      if (status !== 503 || Date.now() > deadline)
        throw new Error(`Approving was answered ${status} ${text}`);
    }
    approved += 1;
  }
  return {
    async approve(host, person, userCodes) {
      const left = [...userCodes];
      const clicking = Array.from({ length: AT_ONCE }, async () => {
        for (let code = left.pop(); code !== undefined; code = left.pop())
          await approveOne(host, person, code);
      });
      await Promise.all(clicking);
    },
    async expectNothingLost(keys) {
      expect(new Set(keys).size).toBe(keys.length);
      const { rows } = await database.pool.query<{
        grants: number;
        unfetched: number;
        keys: number;
        ours: number;
      }>(
        `SELECT (SELECT count(*)::int FROM device_grant WHERE status = 'redeemed') AS grants,
                (SELECT count(*)::int FROM device_grant WHERE status = 'approved') AS unfetched,
                (SELECT count(*)::int FROM api_key WHERE device_grant_id IS NOT NULL) AS keys,
                (SELECT count(*)::int FROM api_key WHERE key_hash = ANY ($1)) AS ours`,
        [keys.map(sha256)],
      );
      expect(rows).toEqual([{ grants: approved, unfetched: 0, keys: approved, ours: keys.length }]);
      await expectSoundTables(database);
    },
    close: () => database.close(),
  };
}
