import { beforeAll, describe, expect, inject, it } from "vitest";
import { call, expectRefusal, type Call } from "../support/call";
import { hosts } from "../support/hosts";
import { addClient, expectOAuthRefusal, logIn } from "../support/oauth";
import { operationOf } from "../support/openapi";
import { signUp, type Person } from "../support/people";
import { anyText } from "../support/matchers";

/*
 * Every reply of every test is held against /openapi.json in `call`. Here is the document itself, and the replies
 * that it promises and no other test has a reason to ask for.
 */

const document = inject("openapi");

describe.each(hosts)("$kind: /openapi.json", (host) => {
  let ada: Person;
  beforeAll(async () => {
    ada = await signUp(host, "Ada Lovelace");
  });

  it("is OpenAPI 3.1 of this server, the same on every host", async () => {
    const reply = await call(host, "GET", "/openapi.json");
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      openapi: anyText,
      servers: [{ url: host.url }],
      paths: { "/v1/auth/device": {} },
    });
    const elsewhere = JSON.stringify(document).replaceAll(hosts[0]?.url ?? "", host.url);
    expect(JSON.stringify(reply.body)).toBe(elsewhere);
  });

  it("refuses too large and unreadable bodies wherever one is read", async () => {
    const device = "/v1/auth/devices/00000000-0000-4000-8000-000000000000";
    const bearer = ada.token;
    const large = JSON.stringify({ later: "x".repeat(16 * 1024) });
    const v1: [method: string, path: string, caller?: Call][] = [
      ["POST", "/v1/auth/device"],
      ["POST", "/v1/auth/device/token"],
      ["POST", "/v1/auth/device/authorize", { bearer }],
      ["POST", "/v1/auth/cli-verify"],
      ["PATCH", device, { bearer }],
    ];
    for (const [method, path, caller] of v1) {
      expectRefusal(await call(host, method, path, { ...caller, body: large }), 413, anyText);
      const multipart = { "Content-Type": "multipart/form-data; boundary=b" };
      const reply = await call(host, method, path, { ...caller, headers: multipart, body: "--b--" });
      expectRefusal(reply, 415, anyText);
    }
    for (const path of ["device_authorization", "token", "revoke", "introspect"]) {
      const reply = await call(host, "POST", `/oauth/${path}`, { body: large });
      expectOAuthRefusal(reply, 413, "invalid_request");
    }
  });

  it("sends clients with a secret to the door where they can bring it", async () => {
    const { clientId } = await addClient(host, "confidential");
    const reply = await call(host, "POST", "/v1/auth/device", { json: { client_id: clientId } });
    expectRefusal(reply, 400, anyText);
  });

  it("answers a key by what the person let it do", async () => {
    const { access_token: bearer } = await logIn(host, ada, "email");
    expectRefusal(await call(host, "GET", "/v1/auth/devices", { bearer }), 403, anyText);
    expectOAuthRefusal(await call(host, "POST", "/oauth/userinfo", { bearer }), 403, "insufficient_scope");
    expectOAuthRefusal(await call(host, "POST", "/oauth/userinfo"), 401, "invalid_token");
  });

  it("wants a token to introspect", async () => {
    const api = await addClient(host, "resource_server");
    const headers = { Authorization: api.basic };
    const reply = await call(host, "POST", "/oauth/introspect", { headers, form: { token: "" } });
    expectOAuthRefusal(reply, 400, "invalid_request");
  });
});

it("finds a call by its path, whatever its spelling", () => {
  const names = ["/v1/auth/devices/a", "//v1/auth/devices/a/", "/v1/auth/devices/a?b=/c"].map(
    (path) => operationOf(document, "DELETE", path).name,
  );
  expect(new Set(names)).toEqual(new Set(["DELETE /v1/auth/devices/{id}"]));
  expect(operationOf(document, "GET", "/v1/auth/devices/a/b").operation).toBeUndefined();
});
