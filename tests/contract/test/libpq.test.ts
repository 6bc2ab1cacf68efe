import type { OutgoingHttpHeaders } from "node:http";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { sql } from "../support/database";
import { approve, deny } from "../support/flows";
import { hosts } from "../support/hosts";
import { send, type Reply } from "../support/http";
import { addClient } from "../support/oauth";
import { signUp, type Person } from "../support/people";
import { noteSecretsIn } from "../support/secrets-seen";

/**
 * What the OAuth client of PostgreSQL 18's libpq sends, and what it demands of the replies, after its source
 * (src/interfaces/libpq-oauth/oauth-curl.c of 18.4): no Accept, no User-Agent. It ends the login at anything else.
 */
const FORM: OutgoingHttpHeaders = { "Content-Type": "application/x-www-form-urlencoded" };

/** append_urlencoded(): curl_easy_escape, and then plus signs for spaces. */
const encoded = (text: string) =>
  encodeURIComponent(text)
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%20", "+");
const form = (fields: [string, string][]) =>
  fields.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join("&");

/** parse_oauth_json(): the type with or without parameters, and no field of these twice or of another type. */
function readAsLibpq<Schema extends z.ZodType>(reply: Reply, schema: Schema): z.output<Schema> {
  noteSecretsIn(reply);
  expect(reply.headers["content-type"]).toMatch(/^application\/json(?:[ \t]*;.*)?$/i);
  expect(reply.text.length).toBeLessThan(256 * 1024);
  return schema.parse(reply.body);
}

const provider = z.looseObject({
  issuer: z.string(),
  token_endpoint: z.string(),
  device_authorization_endpoint: z.string(),
  grant_types_supported: z.array(z.string()),
});
// Either spelling, but both together are "duplicated".
const authorization = z.looseObject({
  device_code: z.string(),
  user_code: z.string(),
  verification_uri: z.string(),
  verification_url: z.never().optional(),
  verification_uri_complete: z.string().optional(),
  expires_in: z.number(),
  interval: z.number().optional(),
});
const token = z.looseObject({ access_token: z.string(), token_type: z.string() });
const refusal = z.looseObject({ error: z.string(), error_description: z.string().optional() });

describe.each(hosts)("$kind: psql of PostgreSQL 18", (host) => {
  let ada: Person;
  beforeAll(async () => {
    ada = await signUp(host, "Ada Lovelace");
  });

  /** add_client_identification(): in the body without a secret; by Basic, and only so, with one or an empty one. */
  type Identity = { clientId: string; clientSecret?: string };
  function identified({ clientId, clientSecret }: Identity, fields: [string, string][]) {
    if (clientSecret === undefined) {
      return { headers: FORM, body: form([...fields, ["client_id", clientId]]) };
    }
    const pair = `${encoded(clientId)}:${encoded(clientSecret)}`;
    const Authorization = `Basic ${Buffer.from(pair).toString("base64")}`;
    return { headers: { ...FORM, Authorization }, body: form(fields) };
  }
  const pathOf = (url: string) => new URL(url).pathname;

  async function discover() {
    const reply = await send(host.url, "GET", "/.well-known/openid-configuration");
    expect(reply.status).toBe(200);
    return readAsLibpq(reply, provider);
  }
  async function start(identity: Identity, scope = "openid email") {
    const { device_authorization_endpoint } = await discover();
    const message = identified(identity, scope ? [["scope", scope]] : []);
    const reply = await send(host.url, "POST", pathOf(device_authorization_endpoint), message);
    expect(reply.status).toBe(200);
    return readAsLibpq(reply, authorization);
  }
  async function poll(identity: Identity, deviceCode: string) {
    const { token_endpoint } = await discover();
    const message = identified(identity, [
      ["device_code", deviceCode],
      ["grant_type", "urn:ietf:params:oauth:grant-type:device_code"],
    ]);
    return send(host.url, "POST", pathOf(token_endpoint), message);
  }
  const refused = (reply: Reply) => {
    expect([400, 401]).toContain(reply.status);
    return readAsLibpq(reply, refusal).error;
  };

  it("finds an issuer that is its oauth_issuer letter by letter", async () => {
    const found = await discover();
    expect(found.issuer).toBe(host.url);
    for (const url of [found.token_endpoint, found.device_authorization_endpoint]) {
      expect(new URL(url).origin).toBe(host.url);
    }
  });

  it.each(["no secret", "an empty secret", "a secret"])("signs in with %s", async (kind) => {
    const client = await addClient(host, kind === "a secret" ? "confidential" : "public");
    const identity = {
      clientId: client.clientId,
      ...(kind !== "no secret" && { clientSecret: client.clientSecret }),
    };
    const login = await start(identity);
    // Its first poll comes at once, before it shows the code to anybody, and must not end the login.
    expect(refused(await poll(identity, login.device_code))).toBe("authorization_pending");
    await approve(host, ada, login.user_code);
    const reply = await poll(identity, login.device_code);
    expect(reply.status).toBe(200);
    expect(readAsLibpq(reply, token)).toMatchObject({ token_type: "Bearer", scope: "openid email" });
  });

  it("is told to slow down only with 400 and slow_down, and a denial with access_denied", async () => {
    const identity = { clientId: "alprina-cli" };
    const login = await start(identity, "");
    const words = [];
    for (let i = 0; i < 3; i++) words.push(refused(await poll(identity, login.device_code)));
    expect(words).toEqual(["authorization_pending", "authorization_pending", "slow_down"]);
    await deny(host, ada, login.user_code);
    expect(refused(await poll(identity, login.device_code))).toBe("access_denied");
  });

  it("learns of a scope, a client or a secret that is wrong from the body of 400 or 401", async () => {
    const { clientId } = await addClient(host, "confidential");
    const tries: [Identity, string, string][] = [
      [{ clientId: "alprina-cli" }, "postgres", "invalid_scope"],
      [{ clientId: "nobody" }, "openid", "invalid_client"],
      [{ clientId, clientSecret: "wrong" }, "openid", "invalid_client"],
    ];
    for (const [identity, scope, word] of tries) {
      const message = identified(identity, [["scope", scope]]);
      expect(refused(await send(host.url, "POST", "/oauth/device_authorization", message))).toBe(word);
    }
  });

  it("gets a key of an hour when it asks for offline_access, and one of the usual time when not", async () => {
    const identity = { clientId: "alprina-cli" };
    for (const [scope, days] of [
      ["email offline_access", 1 / 24],
      ["email", 365],
    ] as const) {
      const login = await start(identity, scope);
      await approve(host, ada, login.user_code);
      const { access_token } = readAsLibpq(await poll(identity, login.device_code), token);
      const [row] = await sql<{ seconds: string }>(
        host,
        "SELECT extract(epoch FROM expires_at - created_at) AS seconds FROM api_key WHERE key_hash = sha256($1)",
        [Buffer.from(access_token)],
      );
      expect(Number(row?.seconds)).toBeCloseTo(days * 24 * 60 * 60, -1);
    }
  });
});
