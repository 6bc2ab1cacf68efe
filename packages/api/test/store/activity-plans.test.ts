import { openDatabase } from "@alprina/db";
import { createTestDatabase } from "@alprina/db/testing";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { createStore } from "../../src/index";
import { plansOf } from "../support/plans";

const url = await createTestDatabase(inject("serverUrl"));
// On a busy machine the rows below take longer than a person would be kept waiting.
const database = openDatabase({ url, maxConnections: 2, queryTimeoutMs: 60_000 });
const store = createStore(database);
afterAll(() => database.close());

const DEVICE = "00000000-0000-4000-8000-000000000007";

// A busy service: 500 people with 120 events each, from 250 addresses, over a year.
beforeAll(async () => {
  const { pool } = database;
  await pool.query(`INSERT INTO "user" (id, email, full_name, updated_at)
                    SELECT 'p' || n, 'p' || n || '@example.com', '', now() FROM generate_series(0, 499) n`);
  await pool.query(`INSERT INTO activity (at, kind, user_id, device_id, ip_address)
                    SELECT now() - (60000 - n) * interval '9 minutes',
                           CASE WHEN n % 100 = 3 THEN 'device-revoked' ELSE 'signed-in' END,
                           'p' || n % 500, CASE WHEN n % 5000 = 7 THEN '${DEVICE}'::uuid END, '203.0.113.' || n % 250
                      FROM generate_series(1, 60000) n`);
  await pool.query("ANALYZE activity");
});

const since = new Date(Date.now() - 86_400_000);

it.each([
  ["a person's list", { userId: "p7" }, "activity_user_id_id_idx"],
  ["its later pages", { userId: "p7", before: 30_000n }, "activity_user_id_id_idx"],
  ["one kind of it", { userId: "p7", kinds: ["device-revoked"] }, "activity_user_id_id_idx"],
  ["a day of it", { userId: "p7", from: since }, "activity_"],
  ["one device of it", { userId: "p7", deviceId: DEVICE }, "activity_user_id_id_idx"],
  ["everybody's", {}, "activity_pkey"],
  ["one address", { ipAddress: "203.0.113.24" }, "activity_ip_address_id_idx"],
  ["one kind", { kinds: ["device-revoked"] }, "activity_kind_id_idx"],
  ["a day of everybody's", { from: since }, "activity_"],
] as const)("%s is read by an index", async (_, filter, index) => {
  const kinds = "kinds" in filter ? [...filter.kinds] : undefined;
  const asked = await plansOf(database, () => store.listActivity({ ...filter, kinds, limit: 51 }));
  const plans = asked.filter(({ text }) => /FROM (?:"public"\.)?"?activity/.test(text));
  expect(plans).toHaveLength(1);
  expect(plans[0]?.plan).toContain(index);
  expect(plans[0]?.plan).not.toContain("Seq Scan on activity");
});
