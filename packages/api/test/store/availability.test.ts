import { createServer, type AddressInfo } from "node:net";
import pg from "pg";
import { expect, it, onTestFinished } from "vitest";
import { isAway } from "../../src/store/availability";
import { openProduct } from "../support/product";

it("takes a database that accepts and then says nothing for one that is away", async () => {
  const silent = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => silent.once("listening", resolve));
  onTestFinished(() => void silent.close());
  const { port } = silent.address() as AddressInfo;
  const settings = { host: "127.0.0.1", port, connectionTimeoutMillis: 100 };
  for (const connect of [
    () => new pg.Client(settings).connect(),
    () => new pg.Pool(settings).query("SELECT 1"),
  ]) {
    const error = await connect().then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(isAway(error), String(error)).toBe(true);
  }
});

it("a database whose tables are not there yet is one that is away, whichever way it is asked", async () => {
  const { deps, database, terminal } = await openProduct();
  await deps.clients.find("alprina-cli");
  await database.prisma.$executeRaw`ALTER TABLE device_grant RENAME TO not_there_yet`;
  for (const ask of [
    () => terminal.logins.start({}),
    () => terminal.logins.poll({ deviceCode: "x".repeat(43) }),
    () => deps.store.findGrant(deps.secrets.newId()),
  ]) {
    await expect(ask()).rejects.toMatchObject({
      message: "Database unavailable",
    });
  }
});

it("a column that is missing is one that comes, until the migrations have run, and from then on a fault of ours", async () => {
  const { database } = await openProduct();
  const ask = () => database.prisma.$queryRaw`SELECT operator_until FROM "user"`;
  const error: unknown = await ask().catch((reason: unknown) => reason);
  expect(isAway(error, { isMigrated: () => false }), String(error)).toBe(true);
  expect(isAway(error)).toBe(false);
});
