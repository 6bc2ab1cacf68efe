import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { call } from "../support/call";
import { startCollector, type Collector, type Span } from "../support/collector";
import { approve, deny, poll, startLogin } from "../support/flows";
import { send } from "../support/http";
import { startOwnHost, type OwnHost } from "../support/metrics";
import { signUp, type Person } from "../support/people";
import { findSecrets, secretsSeen } from "../support/secret-scan";
import { keyReply, read } from "../support/wire";

/** OpenTelemetry, by its own variables: the real server, and a collector that takes what it sends. */
describe("traces", () => {
  let collector: Collector;
  let host: OwnHost;
  let ada: Person;
  beforeAll(async () => {
    collector = await startCollector();
    host = await startOwnHost("front door", "traces", {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
      OTEL_SERVICE_NAME: "alprina-under-test",
      OTEL_BSP_SCHEDULE_DELAY: "100",
      TRUSTED_PROXIES: "127.0.0.1,::1",
      LIMIT_FACTOR: "1000",
    });
    ada = await signUp(host, "Ada Lovelace");
  });
  afterAll(async () => {
    await host.server.stop();
    await collector.close();
  });

  const spansOf = ({ traceId }: Span) => collector.spans.filter((span) => span.traceId === traceId);

  /** The span of the request that this id was given to, and all that belongs to it. */
  async function traceOf(requestId: unknown): Promise<{ request: Span; all: Span[] }> {
    const find = () => collector.spans.find((span) => span.attributes["alprina.request_id"] === requestId);
    await expect.poll(find, { timeout: 10_000 }).toBeDefined();
    const request = find()!;
    return { request, all: spansOf(request) };
  }

  it("hold the request, its procedure and what that asks the database, one within the other", async () => {
    const reply = await call(host, "POST", "/v1/auth/device");
    const { request, all } = await traceOf(reply.headers["x-request-id"]);
    expect(request).toMatchObject({
      name: "POST /v1/auth/device",
      attributes: {
        "http.request.method": "POST",
        "http.route": "/v1/auth/device",
        "http.response.status_code": 200,
      },
    });
    const procedure = all.find(({ name }) => name === "logins.start");
    expect(procedure).toMatchObject({
      parentSpanId: request.spanId,
      attributes: { "alprina.procedure": "logins.start", "alprina.outcome": "done" },
    });
    const queries = all.filter(({ parentSpanId }) => parentSpanId === procedure?.spanId);
    const statements = queries.map(({ attributes }) => String(attributes["db.query.text"]));
    // The statement as it is written in the code, with the places of its values.
    expect(statements.filter((text) => /device_grant/.test(text) && text.includes("$1"))).not.toEqual([]);
    expect(collector.services).toEqual(new Set(["alprina-under-test"]));
  });

  it("hold no code, no key, no address and no value that somebody sent", async () => {
    const { device_code, user_code } = await startLogin(host, { device_name: "a-name-that-nobody-traces" });
    await poll(host, device_code);
    await approve(host, ada, user_code);
    const { api_key } = read(await poll(host, device_code), keyReply);
    const other = await startLogin(host);
    await deny(host, ada, other.user_code);
    await call(host, "GET", "/v1/auth/me", { bearer: api_key });
    await call(host, "GET", `/v1/auth/me?user_code=${user_code}`, { bearer: api_key });
    const page = await send(host.url, "GET", `/authorize?user_code=${user_code}`, {
      headers: { Cookie: ada.cookie, "User-Agent": "a-browser-that-nobody-traces" },
    });
    expect(page.status).toBe(200);
    const token = "a-token-of-a-link-that-nobody-traces";
    await send(host.url, "GET", `/revoke/${token}`);
    const last = await call(host, "GET", "/readyz");
    await traceOf(last.headers["x-request-id"]);

    const { all } = await traceOf(page.headers["x-request-id"]);
    // Next's own spans are there too, and say which page it was.
    expect(all.map(({ attributes }) => attributes["next.route"])).toContain("/authorize");
    const procedures = new Set(collector.spans.map(({ attributes }) => attributes["alprina.procedure"]));
    for (const one of ["logins.start", "logins.poll", "grants.authorize", "grants.decide", "keys.verify"])
      expect(procedures).toContain(one);
    const everything = collector.raw.join("\n");
    expect(findSecrets(secretsSeen(inject("runDir")), everything)).toEqual([]);
    for (const sent of [user_code, ada.email, "that-nobody-traces", "127.0.0.1", "user_code="])
      expect(everything).not.toContain(sent);
  });

  it("go on with the trace of a trusted proxy that names the request", async () => {
    const traceId = "0af7651916cd43dd8448eb211c80319c";
    const headers = {
      "X-Request-Id": "request-of-the-proxy",
      Traceparent: `00-${traceId}-b7ad6b7169203331-01`,
    };
    await call(host, "GET", "/healthz", { headers });
    const { request } = await traceOf("request-of-the-proxy");
    expect(request).toMatchObject({ traceId, parentSpanId: "b7ad6b7169203331" });
  });
});

it("no trace is sent when OTEL_SDK_DISABLED says so", async () => {
  const collector = await startCollector();
  const host = await startOwnHost("front door", "no traces", {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_SDK_DISABLED: "true",
  });
  await startLogin(host);
  // Whatever waits to be sent is sent before the end.
  await host.server.stop();
  expect(collector.raw).toEqual([]);
  await collector.close();
});
