import { beforeAll, describe, expect, it } from "vitest";
import { call } from "../support/call";
import { startLogin } from "../support/flows";
import { hosts } from "../support/hosts";
import { signUp, type Person } from "../support/people";

/**
 * A browser sends the session's cookie whoever made it send the request. So a change that comes with a cookie must
 * come from a page of ours, at each door that takes one.
 */
const PASSKEY = "/api/auth/passkey/verify-registration";

describe.each(hosts)("$kind: changes with a cookie", (host) => {
  const { protocol, port } = new URL(host.url);
  let ada: Person;
  beforeAll(async () => {
    ada = await signUp(host, "Ada Lovelace");
  });

  const foreign: [string, Record<string, string>][] = [
    ["no Origin at all", {}],
    ["Origin: null, as a sandboxed frame sends", { Origin: "null" }],
    ["another site", { Origin: "https://elsewhere.example", "Sec-Fetch-Site": "cross-site" }],
    ["a sibling subdomain", { Origin: `${protocol}//evil.localhost:${port}`, "Sec-Fetch-Site": "same-site" }],
    ["our host on another port", { Origin: `${protocol}//127.0.0.1:1`, "Sec-Fetch-Site": "same-site" }],
    ["our host under another protocol", { Origin: `https://127.0.0.1:${port}` }],
    ["our host as the start of another", { Origin: `${host.url}.elsewhere.example` }],
    ["our host as a user's name", { Origin: `${protocol}//127.0.0.1:${port}@elsewhere.example` }],
    ["no Origin, from another site", { "Sec-Fetch-Site": "cross-site" }],
    ["no Origin, from a sibling", { "Sec-Fetch-Site": "same-site" }],
    ["no Origin, typed by hand", { "Sec-Fetch-Site": "none" }],
    // Whoever can make Host up is no browser; but a proxy may pass one through that is not ours.
    [
      "Origin and Host that agree on another",
      { Origin: "http://elsewhere.example", Host: "elsewhere.example" },
    ],
  ];

  const doors: [string, (headers: Record<string, string>) => ReturnType<typeof call>][] = [
    [
      "a procedure",
      (headers) => call(host, "POST", "/api/trpc/dashboardCodes.issue", { headers, json: { json: {} } }),
    ],
    [
      "a batch of procedures",
      (headers) =>
        call(host, "POST", "/api/trpc/me.signOutEverywhere?batch=1", {
          headers,
          json: { 0: { json: null } },
        }),
    ],
    ["better-auth", (headers) => call(host, "POST", "/api/auth/sign-out", { headers, json: {} })],
    [
      "better-auth, a passkey",
      (headers) => call(host, "POST", PASSKEY, { headers, json: { response: {}, name: "Eve" } }),
    ],
    ["a dashboard code", (headers) => call(host, "POST", "/v1/auth/dashboard-code", { headers })],
    [
      "an approval",
      async (headers) => {
        const json = { user_code: (await startLogin(host)).user_code };
        return call(host, "POST", "/v1/auth/device/authorize", { headers, json });
      },
    ],
    [
      "a device",
      (headers) => call(host, "DELETE", "/v1/auth/devices/00000000-0000-4000-8000-000000000000", { headers }),
    ],
  ];

  describe.each(doors)("%s", (door, ask) => {
    it.each(foreign)("is refused to %s", async (_, headers) => {
      const reply = await ask({ ...headers, Cookie: ada.cookie });
      expect({ status: reply.status, text: reply.text }).toMatchObject({ status: 403 });
      // Nothing of it was done: the session still is.
      const session = await call(host, "GET", "/api/auth/get-session", { headers: { Cookie: ada.cookie } });
      expect(session.body).toMatchObject({ user: { name: "Ada Lovelace" } });
    });
  });

  it("are taken from our own pages", async () => {
    for (const headers of [
      { Origin: host.url, "Sec-Fetch-Site": "same-origin" },
      { Origin: host.url },
      // Where something on the way cut Origin off, the browser's other word counts.
      { "Sec-Fetch-Site": "same-origin" },
    ]) {
      const reply = await call(host, "POST", "/v1/auth/dashboard-code", {
        headers: { ...headers, Cookie: ada.cookie },
      });
      expect(reply.status).toBe(200);
    }
  });

  it("cannot be made by GET, nor by a form's kinds of body", async () => {
    const headers = { Origin: host.url, Cookie: ada.cookie };
    const input = encodeURIComponent(JSON.stringify({ json: {} }));
    const get = await call(host, "GET", `/api/trpc/dashboardCodes.issue?input=${input}`, { headers });
    expect(get.status).toBe(405);
    for (const path of ["/api/auth/sign-out", PASSKEY]) {
      expect((await call(host, "GET", path, { headers })).status).toBeGreaterThanOrEqual(404);
      const text = await call(host, "POST", path, {
        headers: { Cookie: ada.cookie, Origin: "https://elsewhere.example", "Content-Type": "text/plain" },
        body: '{"name":"Eve"}',
      });
      expect(text.status).toBeGreaterThanOrEqual(400);
    }
  });

  it("cannot sign a browser in as somebody else from another site", async () => {
    const json = { email: ada.email, password: "whatever it is" };
    for (const headers of [
      { Origin: "https://elsewhere.example" },
      { Origin: "null", "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate" },
    ]) {
      const reply = await call(host, "POST", "/api/auth/sign-in/email", { headers, json });
      expect({ status: reply.status, cookies: reply.headers["set-cookie"] }).toEqual({
        status: 403,
        cookies: undefined,
      });
    }
  });

  it("are not made by posting to a page, as server actions are: there are none", async () => {
    for (const headers of [
      { "Next-Action": "0".repeat(40), "Content-Type": "text/plain;charset=UTF-8" },
      { "Content-Type": "multipart/form-data; boundary=b" },
    ]) {
      for (const path of ["/settings/devices", "/authorize"]) {
        const reply = await call(host, "POST", path, {
          headers: { ...headers, Origin: "https://elsewhere.example", Cookie: ada.cookie },
          body: "[]",
        });
        expect(reply.status).toBeLessThan(500);
        expect(reply.headers["set-cookie"]).toBeUndefined();
      }
    }
  });
});
