import { beforeAll, describe, expect, it } from "vitest";
import { call, expectRefusal, type Call } from "../support/call";
import { approve, logIn, poll, startLogin } from "../support/flows";
import { hosts } from "../support/hosts";
import { signUp, type Person } from "../support/people";
import { dashboardCodeReply, read } from "../support/wire";
import { anyText } from "../support/matchers";

const REQUIRED = "Authorization header required";

/** Who may approve: contract §4. */
describe.each(hosts)("$kind: credentials", (host) => {
  let ada: Person;
  beforeAll(async () => {
    ada = await signUp(host, "Ada Lovelace");
  });
  const ask = (headers: NonNullable<Call["headers"]>) =>
    call(host, "POST", "/v1/auth/dashboard-code", { headers });

  it("are a session token as bearer, from anywhere", async () => {
    read(await ask({ Authorization: `Bearer ${ada.token}` }), dashboardCodeReply);
    read(
      await ask({ Authorization: `bearer ${ada.token}`, Origin: "https://elsewhere.example" }),
      dashboardCodeReply,
    );
  });

  it("are the browser's cookie, from a page of ours", async () => {
    read(await ask({ Cookie: ada.cookie, Origin: host.url }), dashboardCodeReply);
    read(await ask({ Cookie: ada.cookie, "Sec-Fetch-Site": "same-origin" }), dashboardCodeReply);
    read(await ask({ Cookie: `other=1; ${ada.cookie}`, Origin: host.url }), dashboardCodeReply);
    expect((await call(host, "GET", "/v1/auth/devices", { headers: { Cookie: ada.cookie } })).status).toBe(
      200,
    );
  });

  const foreign: [string, Record<string, string>][] = [
    ["another site", { Origin: "https://evil.example" }],
    ["another port of this machine", { Origin: "http://127.0.0.1:1" }],
    ["a name that begins like ours", { Origin: `${hosts[0]?.url}.evil.example` }],
    ["nowhere (a sandboxed frame)", { Origin: "null" }],
    ["who knows where", {}],
    ["a cross-site request without an Origin", { "Sec-Fetch-Site": "cross-site" }],
    ["a sister site", { "Sec-Fetch-Site": "same-site" }],
  ];
  it.each(foreign)("are not the cookie from %s: every change is refused", async (_, headers) => {
    const { device } = await logIn(host, ada, { device_name: "kept" });
    const { user_code, device_code } = await startLogin(host);
    const sent = { headers: { ...headers, Cookie: ada.cookie } };
    const replies = [
      await call(host, "POST", "/v1/auth/dashboard-code", sent),
      await call(host, "POST", "/v1/auth/device/authorize", { ...sent, json: { user_code } }),
      await call(host, "POST", "/v1/auth/device/authorize", { ...sent, form: { user_code } }),
      await call(host, "PATCH", `/v1/auth/devices/${device.id}`, { ...sent, json: { name: "x" } }),
      await call(host, "DELETE", `/v1/auth/devices/${device.id}`, sent),
    ];
    for (const reply of replies) expectRefusal(reply, 403, anyText);
    const review = await call(host, "POST", "/api/trpc/grants.review", {
      ...sent,
      json: { json: { userCode: user_code } },
    });
    expect(review.status).toBe(403);
    expect((await poll(host, device_code)).body).toMatchObject({ error: "authorization_pending" });
    const list = await call(host, "GET", "/v1/auth/devices", { bearer: ada.token });
    expect(list.body).toContainEqual(
      expect.objectContaining({ id: device.id, name: "kept", status: "active" }),
    );
  });

  it("are not the cookie from another site with a bearer of no worth beside it", async () => {
    const { api_key } = await logIn(host, ada);
    for (const bearer of ["nonsense", `${ada.token}.nonsense`, api_key, ada.id]) {
      const reply = await ask({
        Cookie: ada.cookie,
        Origin: "https://evil.example",
        Authorization: `Bearer ${bearer}`,
      });
      expect([401, 403], `a bearer of ${bearer.length} characters`).toContain(reply.status);
    }
  });

  it("are never a user id, in a header or in a body", async () => {
    const { user_code, device_code } = await startLogin(host);
    const json = { user_code, stack_user_id: ada.id, user_id: ada.id, email: ada.email };
    const attempts: Record<string, string>[] = [
      {},
      { Authorization: `Bearer ${ada.id}` },
      { Authorization: ada.id },
      { Authorization: ada.token },
      { Authorization: `Bearer ${ada.token}.nonsense` },
      { Authorization: `Basic ${Buffer.from(`${ada.id}:`).toString("base64")}` },
      { Authorization: `Bearer ${ada.email}` },
      { "X-User-Id": ada.id, "X-Stack-User-Id": ada.id, "X-Alprina-User-Id": ada.id },
      { Cookie: `alprina.session=${ada.id}`, Origin: host.url },
      { Cookie: `alprina.session=${ada.token}`, Origin: host.url },
      { Cookie: `user_id=${ada.id}`, Origin: host.url },
    ];
    for (const headers of attempts) {
      const reply = await call(host, "POST", "/v1/auth/device/authorize", { headers, json });
      expectRefusal(reply, 401, REQUIRED);
      expectRefusal(await ask(headers), 401, REQUIRED);
    }
    expect((await poll(host, device_code)).body).toMatchObject({ error: "authorization_pending" });
  });

  it("are not a device code or a user code", async () => {
    const { user_code, device_code } = await startLogin(host);
    for (const code of [user_code, device_code])
      expectRefusal(await ask({ Authorization: `Bearer ${code}` }), 401, REQUIRED);
    await approve(host, ada, user_code);
  });

  it("end with signing out", async () => {
    const grace = await signUp(host, "Grace Hopper");
    const out = await call(host, "POST", "/api/auth/sign-out", {
      headers: { Cookie: grace.cookie, Origin: host.url },
      json: {},
    });
    expect(out.status).toBe(200);
    expectRefusal(await ask({ Authorization: `Bearer ${grace.token}` }), 401, REQUIRED);
    expectRefusal(await ask({ Cookie: grace.cookie, Origin: host.url }), 401, REQUIRED);
  });
});
