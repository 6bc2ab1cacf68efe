import { openDatabase } from "@alprina/db";
import { createTestDatabase } from "@alprina/db/testing";
import { expect, inject, it } from "vitest";
import { createStore } from "../../src/index";

it("refuses at once whoever finds too many waiting for a connection, whichever way it asks", async () => {
  const url = await createTestDatabase(inject("serverUrl"));
  const database = openDatabase({ url, maxConnections: 1, maxWaiting: 2, connectionTimeoutMs: 30_000 });
  const store = createStore(database);
  expect(await store.findPerson("ada")).toBeNull();
  const held = await database.pool.connect();
  let isHeld = true;
  try {
    const waiting = [store.findPerson("ada"), store.findKeys([new Uint8Array(32)])];
    await expect.poll(() => database.pool.waitingCount).toBe(2);
    const unavailable = { code: "database-unavailable" };
    await expect(store.findPerson("ada")).rejects.toMatchObject(unavailable);
    await expect(store.findKeys([new Uint8Array(32)])).rejects.toMatchObject(unavailable);
    await expect(store.endSession("x", "ada", noNote)).rejects.toMatchObject(unavailable);
    held.release();
    isHeld = false;
    expect(await Promise.all(waiting)).toEqual([null, [null]]);
    expect(await store.findPerson("ada")).toBeNull();
  } finally {
    if (isHeld) held.release();
    await database.close();
  }
});

const noNote = {
  kind: "sessions-ended",
  at: new Date(),
  origin: { ipAddress: null, place: null, network: null, userAgent: null },
} as const;
