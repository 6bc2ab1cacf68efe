import { createPublicKey, randomInt, verify, type JsonWebKey } from "node:crypto";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { call } from "../support/call";
import { approve, authorize, logIn, startLogin } from "../support/flows";
import { frontDoors, strictHosts, type Host } from "../support/hosts";
import { operate, operatorReads } from "../support/operator";
import { signUp, type Person } from "../support/people";
import { noteSecret } from "../support/secrets-seen";
import { read } from "../support/wire";

const DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";
const started = z.looseObject({ device_code: z.string(), user_code: z.string() });
const tokens = z.looseObject({ access_token: z.string(), id_token: z.string() });
const jwks = z.object({ keys: z.array(z.looseObject({ kid: z.string() })) });

/** A whole login through `client`, in OAuth's dialect. */
async function signIn(host: Host, person: Person, client: Record<string, string>) {
  const form = { client_id: client.client_id ?? "", scope: "openid email" };
  const login = read(await call(host, "POST", "/oauth/device_authorization", { form }), started);
  await approve(host, person, login.user_code);
  const proof = { ...client, grant_type: DEVICE_GRANT, device_code: login.device_code };
  const answer = read(await call(host, "POST", "/oauth/token", { form: proof }), tokens);
  noteSecret({ kind: "api_key", value: answer.access_token });
  return answer;
}

const publishedKeys = async (host: Host) => read(await call(host, "GET", "/oauth/jwks"), jwks).keys;

/** The `kid` of an ID token whose signature holds under the keys that are published now. */
async function signerOf(host: Host, idToken: string): Promise<string> {
  const [header = "", payload = "", signature = ""] = idToken.split(".");
  const { kid } = JSON.parse(Buffer.from(header, "base64url").toString()) as { kid: string };
  const jwk = (await publishedKeys(host)).find((key) => key.kid === kid);
  const key = createPublicKey({ key: jwk as JsonWebKey, format: "jwk" });
  const signed = Buffer.from(`${header}.${payload}`);
  expect(verify("RSA-SHA256", signed, key, Buffer.from(signature, "base64url"))).toBe(true);
  return kid;
}

const event = z.looseObject({
  kind: z.string(),
  email: z.string().nullable(),
  deviceName: z.string().nullable(),
});

/** What `activity list` prints with these options, the oldest first. */
async function eventsOf(host: Host, ...options: string[]) {
  const lines = (await operatorReads(host, "activity", "list", ...options, "--json")).trim().split("\n");
  return lines
    .filter(Boolean)
    .map((line) => event.parse(JSON.parse(line)))
    .reverse();
}

describe.each(frontDoors)("$kind: what the operator's command does to a running server", (host) => {
  it("lets a client in as soon as it is added, with the secret that was shown, until it is removed", async () => {
    const ada = await signUp(host, "Ada Lovelace");
    const added = z
      .looseObject({ clientSecret: z.string() })
      .parse(
        await operate(host, "clients", "add", "acme-ci", "--name", "Acme CI", "--confidential", "--json"),
      );
    const client = { client_id: "acme-ci", client_secret: added.clientSecret };
    const { access_token } = await signIn(host, ada, client);
    expect((await call(host, "GET", "/v1/auth/me", { bearer: access_token })).status).toBe(200);
    await operate(host, "clients", "remove", "acme-ci", "--yes");
    expect((await call(host, "GET", "/v1/auth/me", { bearer: access_token })).status).toBe(401);
  });

  it("signs with the new key at once, and both old and new ID tokens hold", async () => {
    const ada = await signUp(host, "Ada Lovelace");
    const own = { client_id: "alprina-cli" };
    const before = await signIn(host, ada, own);
    const former = await signerOf(host, before.id_token);
    const rotated = await operate(host, "signing-keys", "rotate", "--json");
    const { current } = z.object({ former: z.literal(former), current: z.string() }).parse(rotated);
    const after = await signIn(host, ada, own);
    expect(await signerOf(host, after.id_token)).toBe(current);
    expect(await signerOf(host, before.id_token)).toBe(former);
    expect((await publishedKeys(host)).map(({ kid }) => kid)).toEqual([current, former]);
  });

  it("tells whatever a person did, with whose it was, and nobody else's among it", async () => {
    const [ada, grace] = [await signUp(host, "Ada Lovelace"), await signUp(host, "Grace Hopper")];
    await logIn(host, grace, { device_name: "grace-desk" });
    const { device, api_key } = await logIn(host, ada, { device_name: '=HYPERLINK("https://evil.example")' });
    expect((await call(host, "POST", "/v1/auth/logout", { bearer: api_key })).status).toBe(204);
    const whole = await eventsOf(host, "--person", ada.email.toUpperCase());
    expect(whole.map(({ kind }) => kind)).toEqual([
      ...["signed-in", "login-started", "login-reviewed", "login-approved", "device-added", "device-revoked"],
    ]);
    expect(new Set(whole.map(({ email }) => email))).toEqual(new Set([ada.email]));
    expect(whole.at(-1)).toMatchObject({ deviceId: device.id, deviceName: device.name });
    const some = ["--person", ada.email, "--kind", "device-added", "--kind", "device-revoked"];
    expect((await eventsOf(host, ...some)).map(({ kind }) => kind)).toEqual([
      "device-added",
      "device-revoked",
    ]);
    const csv = await operatorReads(host, "activity", "list", ...some, "--csv");
    expect(csv.split("\r\n")).toHaveLength(4);
    expect(csv).toContain(
      `,${ada.email},device-added,A device was signed in,"'=HYPERLINK(""https://evil.example"")",`,
    );
  });
});

it.each(strictHosts)("$kind: events are found by the whole address, of IPv6 too", async (host) => {
  // Of a network that signed nobody in before: the two hosts count together.
  const address = `2001:db8:1:${randomInt(0x1000, 0xffff).toString(16)}:3:4:5:6`;
  const ada = await signUp(host, "Ada Lovelace", address);
  const { user_code } = await startLogin(host, {}, address);
  expect((await authorize(host, ada, user_code, address)).status).toBe(200);
  const events = await eventsOf(host, "--address", address.toUpperCase(), "--person", ada.email);
  expect(events.map(({ kind }) => kind)).toEqual([
    ...["signed-in", "login-started", "login-reviewed", "login-approved"],
  ]);
});
