import { createTestDatabase } from "@alprina/db/testing";
import { afterAll, inject, vi } from "vitest";
import { openPostgresEvents, type Events } from "../../src/index";
import { openProduct } from "../support/product";

/** A link of one instance to the others, closed with the test file. */
export function listenTo(url: string): Events {
  const events = openPostgresEvents({ url });
  afterAll(() => events.close());
  return events;
}

export const becomesLive = (events: Events) =>
  vi.waitFor(() => {
    if (!events.isLive()) throw new Error("not live yet");
  }, 20_000);

/** Two instances of the product on one database, both hearing. */
export async function openTwo() {
  const url = await createTestDatabase(inject("serverUrl"));
  const open = async () => {
    const events = listenTo(url);
    await becomesLive(events);
    return openProduct({}, { url, events });
  };
  return { url, here: await open(), there: await open() };
}

/** Counts how often the device code is read from the database. */
export function countReads({ deps }: Awaited<ReturnType<typeof openProduct>>): () => number {
  const read = deps.store.findGrantByDeviceCode.bind(deps.store);
  let reads = 0;
  deps.store.findGrantByDeviceCode = (hash) => {
    reads++;
    return read(hash);
  };
  return () => reads;
}

/** Ends every connection that listens to this database, as a fail-over does. */
export function cutListeners({ database }: Awaited<ReturnType<typeof openProduct>>) {
  return database.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'alprina events' AND datname = current_database()`,
  );
}
