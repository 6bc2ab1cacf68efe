import { randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { call } from "../support/call";
import { approve, dashboardCode, deny, poll, redeem, startLogin } from "../support/flows";
import { hosts } from "../support/hosts";
import { send } from "../support/http";
import {
  growth,
  METRICS_TOKEN,
  parseMetrics,
  readMetrics,
  startOwnHost,
  type OwnHost,
} from "../support/metrics";
import { signUp } from "../support/people";
import { freePort, hostKinds, spawnServer } from "../support/server";
import { keyReply, read } from "../support/wire";

const settings = {
  METRICS_TOKEN,
  // Six logins a minute from an address, each of which a test may choose.
  LIMIT_FACTOR: "0.05",
  TRUSTED_PROXIES: "127.0.0.1,::1",
};

describe.each(hostKinds)("%s: the metrics", (kind) => {
  let host: OwnHost;
  beforeAll(async () => {
    host = await startOwnHost(kind, "metrics", settings);
  });
  afterAll(() => host.server.stop());

  it("move by exactly what was done", async () => {
    const ada = await signUp(host, "Ada Lovelace", "203.0.113.1");
    const before = await readMetrics(host);

    const first = await startLogin(host, {}, "203.0.113.2");
    const second = await startLogin(host, {}, "203.0.113.2");
    expect((await poll(host, first.device_code)).status).toBe(400);
    const during = await readMetrics(host);
    await approve(host, ada, first.user_code);
    const { api_key } = read(await poll(host, first.device_code), keyReply);
    await deny(host, ada, second.user_code);
    expect((await poll(host, second.device_code)).status).toBe(400);
    read(await redeem(host, await dashboardCode(host, ada), {}, "203.0.113.3"), keyReply);
    expect((await call(host, "GET", "/v1/auth/me", { bearer: api_key })).status).toBe(200);

    const after = await readMetrics(host);
    expect(growth(before, after, "alprina_logins_total")).toEqual({
      '{way="device",outcome="started"}': 2,
      '{way="device",outcome="approved"}': 1,
      '{way="device",outcome="denied"}': 1,
      '{way="device",outcome="redeemed"}': 1,
      '{way="dashboard",outcome="started"}': 1,
      '{way="dashboard",outcome="redeemed"}': 1,
    });
    expect(growth(before, after, "alprina_poll_seconds_count")).toEqual({ "": 3 });
    expect(growth(before, after, "alprina_key_verification_seconds_count")).toEqual({ "": 1 });
    // The one that polled, until it got its key.
    expect(growth(before, during, "alprina_waiting_clis")).toEqual({ "": 1 });
    expect(after.get('alprina_database_connections{state="max"}')).toBe(10);
  });

  it("say how long news from other instances are on their way", async () => {
    await expect
      .poll(async () => (await readMetrics(host)).get("alprina_event_lag_seconds"), { timeout: 10_000 })
      .toBeGreaterThan(0);
    expect((await readMetrics(host)).get("alprina_event_link_live")).toBe(1);
  });

  it("count what was refused for its number, by budget", async () => {
    const before = await readMetrics(host);
    const statuses = [];
    for (let attempt = 0; attempt < 8; attempt++) {
      statuses.push((await call(host, "POST", "/v1/auth/device", { from: "203.0.113.4" })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429, 429]);
    const after = await readMetrics(host);
    expect(growth(before, after, "alprina_budget_refusals_total")).toEqual({
      '{budget="start-login:address"}': 2,
    });
    // The last reply may have been on its way when the metrics were read.
    await expect
      .poll(async () => growth(before, await readMetrics(host), "alprina_http_requests_total"))
      .toMatchObject({
        '{route="/v1/auth/device",status="200"}': 6,
        '{route="/v1/auth/device",status="429"}': 2,
      });
  });

  it("know paths by name only, whatever is asked for", async () => {
    const askForAnything = async () => {
      const any = randomBytes(9).toString("hex");
      const paths = [
        `/${any}`,
        `/v1/auth/devices/${randomUUID()}`,
        `/v1/${any}`,
        `/oauth/${any}`,
        `/revoke/${any}`,
        `/settings/${any}`,
        `/api/trpc/${any}`,
        `/api/auth/${any}`,
        `/authorize/${any}?user_code=BCDF-GHJK`,
        `/_next/static/${any}`,
      ];
      for (const path of paths) await send(host.url, "GET", path);
      return any;
    };
    const first = await askForAnything();
    const { size } = await readMetrics(host);
    const others = [await askForAnything(), await askForAnything()];
    const after = await readMetrics(host);
    // The reader of the metrics itself is among what they count.
    expect(after.size - size).toBeLessThanOrEqual(1);
    const text = [...after.keys()].join("\n");
    for (const any of [first, ...others, "BCDF-GHJK"]) expect(text).not.toContain(any);
  });

  it("are for whoever brings the token", async () => {
    const ask = (headers: Record<string, string>) => send(host.url, "GET", "/metrics", { headers });
    const wrong: Record<string, string>[] = [
      {},
      { Authorization: METRICS_TOKEN },
      { Authorization: `Bearer ${METRICS_TOKEN}x` },
      { Authorization: `Bearer ${METRICS_TOKEN.slice(1)}` },
      { Authorization: `Basic ${METRICS_TOKEN}` },
    ];
    for (const headers of wrong) {
      const reply = await ask(headers);
      expect({ status: reply.status, scheme: reply.headers["www-authenticate"] }).toEqual({
        status: 401,
        scheme: "Bearer",
      });
      expect(reply.text).not.toContain("alprina_");
    }
    const reply = await ask({ Authorization: `Bearer ${METRICS_TOKEN}` });
    expect(reply.headers["content-type"]).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(parseMetrics(reply.text).get("process_resident_memory_bytes")).toBeGreaterThan(1e6);
  });
});

describe.each(hosts)("$kind: without METRICS_TOKEN", (host) => {
  it("there is no such path", async () => {
    const headers = { Authorization: `Bearer ${METRICS_TOKEN}` };
    const [reply, unknown] = [
      await send(host.url, "GET", "/metrics", { headers }),
      await send(host.url, "GET", "/metricses", { headers }),
    ];
    expect([reply.status, unknown.status]).toEqual([404, 404]);
    expect(reply.text).not.toContain("alprina_");
  });
});

describe("METRICS_PORT", () => {
  let host: OwnHost;
  let port: number;
  beforeAll(async () => {
    port = await freePort();
    host = await startOwnHost("front door", "metrics port", { METRICS_PORT: String(port) });
  });
  afterAll(() => host.server.stop());
  const there = (path: string, address = "127.0.0.1") => send(`http://${address}:${port}`, "GET", path);

  it("shows them there and nowhere else, and nothing else there", async () => {
    await startLogin(host);
    const reply = await there("/metrics");
    expect(parseMetrics(reply.text).get('alprina_logins_total{way="device",outcome="started"}')).toBe(1);
    expect((await send(host.url, "GET", "/metrics")).status).toBe(404);
    for (const path of ["/", "/healthz", "/v1/auth/device", "/metrics/more"])
      expect((await there(path)).status).toBe(404);
  });

  it("is on this machine's own address alone", async () => {
    await expect(there("/metrics", "127.0.0.2")).rejects.toThrow();
  });

  it("ends a start with one sentence when it is taken", async () => {
    const second = await spawnServer("front door", {
      runDir: inject("runDir"),
      name: "metrics port taken",
      env: { DATABASE_URL: host.databaseUrl, METRICS_PORT: String(port) },
    });
    expect(await new Promise((resolve) => second.process.once("exit", resolve))).toBe(1);
    expect(readFileSync(second.log, "utf8").trim()).toBe(
      `METRICS_PORT: cannot listen on 127.0.0.1, port ${port} (EADDRINUSE). Choose another METRICS_PORT or METRICS_HOST.`,
    );
  });

  it("asks for the token where there is one", async () => {
    const own = await freePort();
    const guarded = await startOwnHost("front door", "metrics port and token", {
      METRICS_PORT: String(own),
      METRICS_TOKEN,
    });
    const ask = (headers: Record<string, string>) =>
      send(`http://127.0.0.1:${own}`, "GET", "/metrics", { headers });
    expect((await ask({})).status).toBe(401);
    expect((await ask({ Authorization: `Bearer ${METRICS_TOKEN}` })).status).toBe(200);
    await guarded.server.stop();
  });
});
