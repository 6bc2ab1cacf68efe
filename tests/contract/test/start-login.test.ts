import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { call } from "../support/call";
import { reviewedId, review, startLogin } from "../support/flows";
import { hosts } from "../support/hosts";
import { signUp } from "../support/people";
import { deviceReply, read } from "../support/wire";

/** `POST /v1/auth/device`, contract §1. */
describe.each(hosts)("$kind: starting a login", (host) => {
  it("answers a call without a body and without a Content-Type", async () => {
    const reply = await call(host, "POST", "/v1/auth/device");
    const { device_code, user_code, ...rest } = read(reply, deviceReply);
    expect(rest).toEqual({
      verification_url: `${host.url}/authorize`,
      verification_uri: `${host.url}/authorize`,
      verification_uri_complete: `${host.url}/authorize?user_code=${user_code}`,
      expires_in: 900,
      interval: 5,
    });
    expect(Buffer.from(device_code, "base64url")).toHaveLength(32);
  });

  it("answers a call whose body has no length, or is blank", async () => {
    for (const body of [[Buffer.from(" "), Buffer.from("\n")], " \r\n ", "{}"]) {
      read(await call(host, "POST", "/v1/auth/device", { body }), deviceReply);
    }
  });

  it("answers a call that says nothing of a body at all, as curl -X POST makes it", async () => {
    const { hostname, port } = new URL(host.url);
    const socket = connect(Number(port), hostname);
    socket.write(`POST /v1/auth/device HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n\r\n`);
    const answer = (await socket.toArray()).join("");
    expect(answer.split("\r\n", 1)).toEqual(["HTTP/1.1 200 OK"]);
    expect(answer).toMatch(/"device_code":"[\w-]{43}"/);
  });

  it("gives codes that need no escaping in a URL or a shell, never the same twice", async () => {
    const logins = await Promise.all(Array.from({ length: 20 }, () => startLogin(host)));
    for (const { user_code } of logins) {
      expect(encodeURIComponent(user_code)).toBe(user_code);
      expect(user_code).toMatch(/^[A-Z-]+$/);
    }
    expect(new Set(logins.map((login) => login.user_code)).size).toBe(20);
    expect(new Set(logins.map((login) => login.device_code)).size).toBe(20);
  });

  const facts = {
    client_id: "some cli",
    device_name: "Adas Büro-Rechner ✓ a+b & c",
    device_os: "Debian 12",
    client_version: "1.2.3",
  };
  const form = new URLSearchParams({ ...facts, scope: "", unknown: "1" }).toString();
  const json = JSON.stringify({ ...facts, scope: "read", later: { nested: [1] }, email: 7 });

  it.each([
    { as: "JSON", type: "application/json", body: json },
    { as: "JSON with a charset", type: "application/json; charset=utf-8", body: json },
    { as: "JSON of a kind of its own", type: "application/vnd.api+json", body: json },
    {
      as: "JSON that calls itself a form, as curl -d does",
      type: "application/x-www-form-urlencoded",
      body: json,
    },
    { as: "JSON that calls itself plain text", type: "text/plain", body: json },
    { as: "JSON without a type", type: undefined, body: json },
    { as: "a form", type: "application/x-www-form-urlencoded", body: form },
    { as: "a form with a charset", type: "application/x-www-form-urlencoded;charset=UTF-8", body: form },
    { as: "a form in capitals", type: "Application/X-WWW-Form-Urlencoded; Charset=utf-8", body: form },
    { as: "a form without a type", type: undefined, body: form },
  ])("reads $as, and ignores fields that it does not know", async ({ type, body }) => {
    const ada = await signUp(host, "Ada Lovelace");
    const headers = type ? { "Content-Type": type } : {};
    const { user_code } = read(await call(host, "POST", "/v1/auth/device", { headers, body }), deviceReply);
    const { request } = await review(host, ada, user_code);
    expect(request).toMatchObject({
      // A name that is not registered here is nobody's: the person reads our own.
      client: { id: "alprina-cli", name: "Alprina CLI", logo: null },
      deviceName: facts.device_name,
      deviceOs: facts.device_os,
      clientVersion: facts.client_version,
    });
  });

  it("takes every field as optional, null and empty included, and speaks of alprina-cli then", async () => {
    const ada = await signUp(host, "Ada Lovelace");
    const empty = { client_id: null, scope: "", device_name: null, device_os: "", client_version: null };
    const { user_code } = await startLogin(host, empty);
    const { request } = await review(host, ada, user_code);
    expect(request).toMatchObject({
      client: { id: "alprina-cli", name: "Alprina CLI", logo: null },
      deviceName: null,
      deviceOs: null,
      clientVersion: null,
    });
  });

  it("keeps what a person could be fooled by out of the device's name", async () => {
    const ada = await signUp(host, "Ada Lovelace");
    const { user_code } = await startLogin(host, {
      device_name: "evil\u0000\u202e\n laptop\ud800 \u001b[2J",
    });
    expect(await reviewedId(host, ada, user_code)).toMatch(/^[0-9a-f-]{36}$/);
    const { request } = await review(host, ada, user_code);
    expect(request?.deviceName).toBe("evil laptop [2J");
  });
});
