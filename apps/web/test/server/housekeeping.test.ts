import { openDatabase, type Database } from "@alprina/db";
import { startTestServer, type TestServer } from "@alprina/db/testing";
import { createStore } from "@alprina/api";
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from "vitest";
import { startHousekeeping } from "@/server/housekeeping";
import { createLogger } from "@/server/logger";

let server: TestServer;
let database: Database;
beforeAll(async () => {
  server = await startTestServer();
  database = openDatabase({ url: await server.createDatabase(), maxConnections: 4 });
});
afterAll(async () => {
  await database.close();
  await server.stop();
});

const logger = createLogger("silent");
const keep = (database: Database, everyMs: number) => {
  const deps = { store: createStore(database), now: () => new Date() };
  const housekeeping = startHousekeeping(deps, { activityDays: 2, logger, firstAfterMs: 0, everyMs });
  onTestFinished(() => housekeeping.stop());
};
const addEvent = (daysAgo: number) =>
  database.prisma.activity.create({
    data: { kind: "signed-in", at: new Date(Date.now() - daysAgo * 86_400_000) },
  });
const left = () => database.prisma.activity.count();

it("removes what is older than it is kept, again and again", async () => {
  await addEvent(1);
  for (const round of ["first", "second"]) {
    await addEvent(3);
    if (round === "first") keep(database, 20);
    await vi.waitFor(async () => expect(await left(), round).toBe(1), 20_000);
  }
});

it("goes on after a round that failed", async () => {
  const away = openDatabase({ url: "postgresql://127.0.0.1:1/nowhere", maxConnections: 1 });
  onTestFinished(() => away.close());
  const tried = vi.spyOn(logger, "warn");
  keep(away, 20);
  await vi.waitFor(() => expect(tried.mock.calls.length).toBeGreaterThan(1), 20_000);
  expect(tried).toHaveBeenLastCalledWith(expect.anything(), "could not remove what is over");
});
