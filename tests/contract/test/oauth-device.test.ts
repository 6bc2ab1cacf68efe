import { beforeAll, describe, expect, it } from "vitest";
import { call } from "../support/call";
import { expireLogin } from "../support/database";
import { approve, deny, poll, review } from "../support/flows";
import { hosts } from "../support/hosts";
import {
  addClient,
  askToken,
  basic,
  DEVICE_CODE,
  expectOAuthRefusal,
  OWN,
  pkce,
  pollForm,
  post,
  start,
  tokenReply,
} from "../support/oauth";
import { signUp, type Person } from "../support/people";
import { read } from "../support/wire";

const DEVICE = "/oauth/device_authorization";

/** Contract §3: the device grant in the RFCs' dialect, on both hosts. */
describe.each(hosts)("$kind: a device login by OAuth", (host) => {
  let ada: Person;
  beforeAll(async () => {
    ada = await signUp(host, "Ada Lovelace");
  });

  it("goes from the code to a token of the granted scopes", async () => {
    const login = await start(host, { scope: "email openid repo", device_name: "ada-thinkpad" });
    expect(login).toMatchObject({
      verification_uri: `${host.url}/authorize`,
      verification_uri_complete: `${host.url}/authorize?user_code=${login.user_code}`,
      expires_in: 900,
      interval: 5,
    });
    expectOAuthRefusal(await askToken(host, pollForm(login.device_code)), 400, "authorization_pending");
    await approve(host, ada, login.user_code);
    const token = read(await askToken(host, pollForm(login.device_code)), tokenReply);
    // What is not known here was passed over, and what was granted is said.
    expect(token.scope).toBe("openid email");
    expect(token).not.toHaveProperty("refresh_token");
    const me = await call(host, "GET", "/v1/auth/me", { bearer: token.access_token });
    expect(me.body).toMatchObject({
      user: { id: ada.id, full_name: null },
      device: { name: "ada-thinkpad" },
    });
    expectOAuthRefusal(await askToken(host, pollForm(login.device_code)), 400, "invalid_grant");
  });

  it("ends denied, or expired, in the RFC's words", async () => {
    const [denied, late] = [await start(host), await start(host)];
    await deny(host, ada, denied.user_code);
    expectOAuthRefusal(await askToken(host, pollForm(denied.device_code)), 400, "access_denied");
    await expireLogin(host, late.device_code);
    expectOAuthRefusal(await askToken(host, pollForm(late.device_code)), 400, "expired_token");
  });

  it("is told to slow down with the interval to keep", async () => {
    const { device_code } = await start(host);
    const replies = [];
    for (let i = 0; i < 3; i++) replies.push(await askToken(host, pollForm(device_code)));
    expect(replies.map(({ body }) => (body as { error: string }).error)).toEqual([
      ...["authorization_pending", "authorization_pending", "slow_down"],
    ]);
    expect(replies[2]?.body).toMatchObject({ interval: 10 });
  });

  it.each([
    ["a form with a charset", "application/x-www-form-urlencoded;charset=UTF-8"],
    ["a form with a charset and a space", "application/x-www-form-urlencoded; charset=utf-8"],
    ["no type at all", undefined],
  ])("reads %s, raw spaces and colons, empty and unknown parameters", async (_, type) => {
    const body = `client_id=${OWN}&scope=openid email devices:read&client_secret=&client_assertion=&foo=bar&device_name=`;
    const headers = type ? { "Content-Type": type } : {};
    const reply = await call(host, "POST", DEVICE, { headers, body });
    expect(reply.status).toBe(200);
    const { device_code } = reply.body as { device_code: string };
    const form = `grant_type=${DEVICE_CODE}&device_code=${device_code}&client_id=${OWN}&client_secret=&scope=`;
    expectOAuthRefusal(
      await call(host, "POST", "/oauth/token", { headers, body: form }),
      400,
      "authorization_pending",
    );
  });

  it.each([
    ["a parameter twice", `client_id=${OWN}&client_id=${OWN}`, 400, "invalid_request"],
    ["a scope twice", `client_id=${OWN}&scope=openid&scope=email`, 400, "invalid_request"],
    ["no client", "scope=openid", 401, "invalid_client"],
    ["an empty client", "client_id=&scope=openid", 401, "invalid_client"],
    ["a client that is not registered", "client_id=nobody", 401, "invalid_client"],
    ["a secret for a public client", `client_id=${OWN}&client_secret=x`, 401, "invalid_client"],
    ["no scope that can be granted", `client_id=${OWN}&scope=repo`, 400, "invalid_scope"],
    [
      "a plain challenge",
      `client_id=${OWN}&code_challenge=${"a".repeat(43)}&code_challenge_method=plain`,
      400,
      "invalid_request",
    ],
    [
      "a challenge without a method",
      `client_id=${OWN}&code_challenge=${"a".repeat(43)}`,
      400,
      "invalid_request",
    ],
    ["a body that is too large", `client_id=${OWN}&x=${"y".repeat(17_000)}`, 413, "invalid_request"],
    [
      "a device name that is too long",
      `client_id=${OWN}&device_name=${"y".repeat(201)}`,
      400,
      "invalid_request",
    ],
  ])("refuses %s", async (_, body, status, error) => {
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const reply = await call(host, "POST", DEVICE, { headers, body });
    expectOAuthRefusal(reply, status, error);
    expect(reply.headers["www-authenticate"]).toEqual(
      status === 401 ? (expect.stringMatching(/^Basic realm=/) as unknown) : undefined,
    );
  });

  it.each([
    ["nothing", {}, "invalid_request"],
    ["no grant type", { client_id: OWN }, "invalid_request"],
    ["a grant type that is not known", { client_id: OWN, grant_type: "password" }, "unsupported_grant_type"],
    ["no device code", { client_id: OWN, grant_type: DEVICE_CODE }, "invalid_request"],
    ["a device code that was never issued", pollForm("A".repeat(43)), "invalid_grant"],
    ["a device code far too long", pollForm("A".repeat(4_000)), "invalid_request"],
  ])("refuses a token request with %s", async (_, form, error) => {
    expectOAuthRefusal(await askToken(host, form), 400, error);
  });

  it("never reads a code or a token from a URL", async () => {
    const { device_code } = await start(host);
    const form = { grant_type: DEVICE_CODE, client_id: OWN };
    const reply = await post(host, `/oauth/token?device_code=${device_code}`, form);
    expectOAuthRefusal(reply, 400, "invalid_request");
  });

  it("gives a code's token to the client that started it, and to nobody else", async () => {
    const [client, thief] = [await addClient(host, "public"), await addClient(host, "public")];
    const login = await start(host, { client_id: client.clientId });
    await approve(host, ada, login.user_code);
    const stolen = pollForm(login.device_code, { client_id: thief.clientId });
    expectOAuthRefusal(await askToken(host, stolen), 400, "invalid_grant");
    expectOAuthRefusal(await askToken(host, pollForm(login.device_code)), 400, "invalid_grant");
    const own = pollForm(login.device_code, { client_id: client.clientId });
    expect((await askToken(host, own)).status).toBe(200);
  });

  it("takes a public client by Basic with an empty secret and nothing in the body", async () => {
    const headers = { Authorization: basic(OWN, "") };
    const login = (await post(host, DEVICE, {}, { headers })).body as { device_code: string };
    const form = { grant_type: DEVICE_CODE, device_code: login.device_code };
    expectOAuthRefusal(await askToken(host, form, { headers }), 400, "authorization_pending");
  });

  it("wants a confidential client's secret at the token endpoint only, by Basic or in the body", async () => {
    for (const way of ["basic", "body"]) {
      const { clientId, clientSecret, basic: header } = await addClient(host, "confidential");
      const login = await start(host, { client_id: clientId });
      await approve(host, ada, login.user_code);
      const form = pollForm(login.device_code, { client_id: clientId });
      expectOAuthRefusal(await askToken(host, form), 401, "invalid_client");
      expectOAuthRefusal(await askToken(host, { ...form, client_secret: "wrong" }), 401, "invalid_client");
      // The other dialect knows no secret: it must not be a way round.
      expect((await poll(host, login.device_code)).status).toBe(404);
      const proved =
        way === "basic"
          ? await askToken(host, form, { headers: { Authorization: header } })
          : await askToken(host, { ...form, client_secret: clientSecret });
      expect(proved.status).toBe(200);
    }
  });

  it.each([
    ["both ways at once", (secret: string, id: string) => ({ header: basic(id, secret), body: secret }), 400],
    ["by two names", (secret: string) => ({ header: basic("somebody-else", secret), body: "" }), 400],
    ["by a header that is no Basic", () => ({ header: "Bearer abc", body: "" }), 401],
    ["by a header that cannot be read", () => ({ header: "Basic %%%", body: "" }), 401],
  ])("refuses a client that proves itself %s", async (_, prove, status) => {
    const { clientId, clientSecret } = await addClient(host, "confidential");
    const { header, body } = prove(clientSecret, clientId);
    const form = pollForm("A".repeat(43), { client_id: clientId, client_secret: body });
    const reply = await askToken(host, form, { headers: { Authorization: header } });
    expectOAuthRefusal(reply, status, status === 401 ? "invalid_client" : "invalid_request");
  });

  it("holds a login to the challenge that it began with", async () => {
    const { verifier, challenge } = pkce();
    const login = await start(host, { code_challenge: challenge, code_challenge_method: "S256" });
    await approve(host, ada, login.user_code);
    const form = pollForm(login.device_code);
    expectOAuthRefusal(await askToken(host, form), 400, "invalid_grant");
    expectOAuthRefusal(
      await askToken(host, { ...form, code_verifier: pkce().verifier }),
      400,
      "invalid_grant",
    );
    expect((await poll(host, login.device_code)).status).toBe(404);
    expect((await askToken(host, { ...form, code_verifier: verifier })).status).toBe(200);
  });

  it("shows the person the client's registered name, and nothing that it calls itself", async () => {
    const { clientId } = await addClient(host, "public");
    const { user_code } = await start(host, { client_id: clientId, client_name: "Your Bank" });
    const { request } = await review(host, ada, user_code);
    expect(request).toMatchObject({ client: { id: clientId, name: "Acme" } });
  });
});
