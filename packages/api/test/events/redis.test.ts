import { createTestDatabase } from "@alprina/db/testing";
import { startRedisServer, type RedisServer } from "@alprina/test-redis-server";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { createRedisTeller, openRedis, openRedisEvents } from "../../src/index";
import { adasKey, openProduct, reviewedLogin } from "../support/product";
import { becomesLive } from "./instances";

let server: RedisServer;
let url: string;
beforeAll(async () => {
  server = await startRedisServer();
  url = await createTestDatabase(inject("serverUrl"));
});
afterAll(() => server.stop());

const silent = { onAway: () => undefined, onBack: () => undefined };

/** An instance that hears of the others by Redis alone. */
async function openInstance() {
  const redis = openRedis(server.url, silent);
  await redis.opened;
  const events = openRedisEvents(redis);
  afterAll(async () => {
    await events.close();
    redis.close();
  });
  await becomesLive(events);
  return { redis, events, ...(await openProduct({}, { url, events })) };
}
type Instance = Awaited<ReturnType<typeof openInstance>>;

let here: Instance;
let there: Instance;
beforeAll(async () => {
  [here, there] = [await openInstance(), await openInstance()];
});

const decide = (grantId: string) => there.as(there.ada).grants.decide({ grantId, decision: "approve" });
const wait = (deviceCode: string) => here.terminal.logins.poll({ deviceCode, waitSeconds: 25 });

describe("instances that share a Redis", () => {
  it("tell each other of decisions, and a poll that waits hears them", async () => {
    const { deviceCode, grantId } = await reviewedLogin(here);
    const answer = wait(deviceCode);
    await decide(grantId);
    expect((await answer).kind).toBe("approved");
  });

  it("tell each other of revocations", async () => {
    const { apiKey, device } = await adasKey(here);
    expect((await there.terminal.keys.verify({ apiKey })).kind).toBe("valid");
    await here.as(here.ada).devices.revoke({ id: device.id });
    await vi.waitUntil(async () => (await there.terminal.keys.verify({ apiKey })).kind === "revoked");
  });

  it("are told by a process that does not listen, such as an operator's command", async () => {
    const heard = vi.fn();
    const stop = here.events.subscribe(heard);
    const teller = createRedisTeller(there.redis);
    teller.announce({ kind: "client", clientId: "acme" });
    await teller.told();
    await vi.waitUntil(() => heard.mock.calls.length > 0);
    expect(heard.mock.calls).toEqual([[{ kind: "client", clientId: "acme" }]]);
    stop();
  });

  it("lose no login when Redis is killed while polls wait, and hear each other again when it is back", async () => {
    const [first, second] = [await reviewedLogin(here), await reviewedLogin(here)];
    const answers = [wait(first.deviceCode), wait(second.deviceCode)];
    await server.kill();
    await vi.waitUntil(() => !here.events.isLive());
    // Nobody can tell of it, so those who wait are looked up.
    await decide(first.grantId);
    expect((await answers[0])?.kind).toBe("approved");
    await server.start();
    await becomesLive(here.events);
    await becomesLive(there.events);
    await decide(second.grantId);
    expect((await answers[1])?.kind).toBe("approved");
  });
});
