import { call } from "@alprina/contract-tests/support/call";
import { sql } from "@alprina/contract-tests/support/database";
import { approve, decide, deny, logIn, reviewedId, startLogin } from "@alprina/contract-tests/support/flows";
import { addClient, post } from "@alprina/contract-tests/support/oauth";
import { signUp, type Person } from "@alprina/contract-tests/support/people";
import { keyReply, read } from "@alprina/contract-tests/support/wire";
import { startRedisServer, type RedisServer } from "@alprina/test-redis-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startCommandLine } from "../support/command-line";
import { openService, type Instance, type Service } from "../support/service";
import { waitForDecision, waitOnce } from "../support/waiting";

/** How long news may take on a busy machine, when nothing tells it but the clock. */
const NEWS_WITHIN = { timeout: 30_000 };

describe.each(["PostgreSQL alone", "Redis as well"] as const)("two instances with %s", (parts) => {
  let redis: RedisServer | undefined;
  let service: Service;
  let first: Instance;
  let second: Instance;
  let ada: Person;

  beforeAll(async () => {
    if (parts === "Redis as well") redis = await startRedisServer();
    service = await openService(parts, redis && { REDIS_URL: redis.url });
    [first, second] = service.instances;
    ada = await signUp(service.front, "Ada Lovelace");
  });
  afterAll(async () => {
    await service?.close();
    await redis?.stop();
  });

  /** A login started and awaited on one, and approved on the other. */
  async function expectLoginAcross(wait = waitForDecision): Promise<void> {
    const { device_code, user_code } = await startLogin(first);
    const waiting = wait(first, device_code);
    await service.ledger.approve(second, ada, [user_code]);
    const { api_key } = read(await waiting, keyReply);
    expect(await opens(second, api_key)).toBe(200);
  }
  const opens = async (instance: Instance, key: string) =>
    (await call(instance, "GET", "/v1/auth/me", { bearer: key })).status;

  /** A key that both have just verified, and so may remember. */
  async function knownKey() {
    const key = await logIn(first, ada);
    for (const instance of [first, second, first, second])
      expect(await opens(instance, key.api_key)).toBe(200);
    return key;
  }
  /** A key that is revoked on one is refused on the other. */
  async function expectRevocationAcross(): Promise<void> {
    const { api_key, device } = await knownKey();
    const revoked = await call(first, "DELETE", `/v1/auth/devices/${device.id}`, { bearer: ada.token });
    expect(revoked.status).toBe(204);
    await expect.poll(() => opens(second, api_key), NEWS_WITHIN).toBe(401);
  }

  /** Ends every connection of the instances that listens for messages. */
  const cutListeners = () =>
    sql(
      service.front,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'alprina events'`,
    );

  it("let a login start on one, be approved on the other, and end by the poll that waits on the first", () =>
    expectLoginAcross(waitOnce));

  it("let a denial on one end what waits on the other", async () => {
    const { device_code, user_code } = await startLogin(first);
    const waiting = waitForDecision(first, device_code);
    await deny(second, ada, user_code);
    expect((await waiting).body).toMatchObject({ error: "access_denied" });
  });

  it("let the command line wait behind nginx for an approval on either", async () => {
    const waiting = [startCommandLine(service.front.url), startCommandLine(service.front.url)];
    const codes = await Promise.all(waiting.map(({ userCode }) => userCode));
    for (const [index, code] of codes.entries()) await approve(service.instances[index]!, ada, code);
    for (const commandLine of waiting) await commandLine.expectSignedIn(ada);
  });

  it("decide a login once, when it is approved on one and denied on the other at once", async () => {
    for (let round = 0; round < 10; round++) {
      const { device_code, user_code } = await startLogin(first);
      const id = await reviewedId(first, ada, user_code);
      const [approval, denial] = await Promise.all([
        decide(first, ada, id, "approve"),
        decide(second, ada, id, "deny"),
      ]);
      const { status } = await waitForDecision(second, device_code);
      const isApproved = status === 200;
      expect([approval.kind === "approved", denial.kind === "denied"]).toEqual([isApproved, !isApproved]);
    }
  });

  it("refuse a key that was revoked on the other one", expectRevocationAcross);

  it("refuse a key whose command line has signed out on the other one", async () => {
    const { api_key } = await knownKey();
    expect((await call(second, "POST", "/v1/auth/logout", { bearer: api_key })).status).toBe(204);
    await expect.poll(() => opens(first, api_key), NEWS_WITHIN).toBe(401);
  });

  it("refuse a token at introspection that was revoked on the other one", async () => {
    const { basic } = await addClient(first, "resource_server");
    const { api_key: token } = await knownKey();
    const isActive = async () => {
      const reply = await post(second, "/oauth/introspect", { token }, { headers: { Authorization: basic } });
      return (reply.body as { active?: boolean }).active;
    };
    expect(await isActive()).toBe(true);
    const revoked = await post(first, "/oauth/revoke", { token, client_id: "alprina-cli" });
    expect(revoked.status).toBe(200);
    await expect.poll(isActive, NEWS_WITHIN).toBe(false);
  });

  it("hear of approvals and revocations although the connections by which they hear are cut", async () => {
    for (let cut = 0; cut < 3; cut++) {
      if (parts === "PostgreSQL alone") await expect.poll(cutListeners, NEWS_WITHIN).toHaveLength(2);
      else await cutListeners();
      await Promise.all([expectLoginAcross(), expectRevocationAcross()]);
    }
  });

  it.runIf(parts === "Redis as well")("do without a Redis that is killed, and with it again", async () => {
    const { device_code, user_code } = await startLogin(first);
    const waiting = waitForDecision(first, device_code);
    await redis?.kill();
    await service.ledger.approve(second, ada, [user_code]);
    read(await waiting, keyReply);
    await Promise.all([expectLoginAcross(), expectRevocationAcross()]);
    await redis?.start();
    await Promise.all([expectLoginAcross(), expectRevocationAcross()]);
  });

  it("refuse the keys of somebody who was deleted behind their backs", async () => {
    const grace = await signUp(service.front, "Grace Hopper");
    const { api_key } = await logIn(first, grace);
    expect(await opens(second, api_key)).toBe(200);
    await sql(service.front, `DELETE FROM "user" WHERE id = $1`, [grace.id]);
    for (const instance of [first, second]) {
      await expect.poll(() => opens(instance, api_key), NEWS_WITHIN).toBe(401);
    }
  });
});
