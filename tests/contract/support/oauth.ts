import { createHash, randomBytes } from "node:crypto";
import { expect } from "vitest";
import { z } from "zod";
import { call, type Call } from "./call";
import { sha256, sql } from "./database";
import { approve, procedure } from "./flows";
import type { Host } from "./hosts";
import type { Reply } from "./http";
import { textLike } from "./matchers";
import type { Person } from "./people";
import { noteSecret } from "./secrets-seen";
import { read } from "./wire";

export const DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";
export const OWN = "alprina-cli";
export const REDIRECT = "http://127.0.0.1:41234/callback";

/* Contract §3, written down a second time and independently of the product. */

export const startReply = z.strictObject({
  device_code: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  user_code: z.string().regex(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/),
  verification_uri: z.url(),
  verification_uri_complete: z.url(),
  expires_in: z.int(),
  interval: z.int(),
});

export const tokenReply = z.strictObject({
  access_token: z.string().regex(/^alprina_sk_live_[0-9A-Za-z]{43}$/),
  token_type: z.literal("Bearer"),
  expires_in: z.int().positive(),
  scope: z.string().min(1),
  refresh_token: z.string().optional(),
  id_token: z.string().optional(),
});

/** A form to one of the endpoints. */
export function post(
  host: Host,
  path: string,
  form: Record<string, string>,
  options: Call = {},
): Promise<Reply> {
  return call(host, "POST", path, { ...options, form });
}

export const askToken = (host: Host, form: Record<string, string>, options?: Call) =>
  post(host, "/oauth/token", form, options);

export async function start(host: Host, form: Record<string, string> = {}, options?: Call) {
  const sent = { client_id: OWN, ...form };
  return read(await post(host, "/oauth/device_authorization", sent, options), startReply);
}

export const pollForm = (device_code: string, more: Record<string, string> = {}) => ({
  ...{ grant_type: DEVICE_CODE, device_code, client_id: OWN },
  ...more,
});

/** A whole device login; the token reply. */
export async function logIn(host: Host, person: Person, scope: string) {
  const { device_code, user_code } = await start(host, { scope });
  await approve(host, person, user_code);
  return read(await askToken(host, pollForm(device_code)), tokenReply);
}

export function expectOAuthRefusal(reply: Reply, status: number, error: string): void {
  expect({ status: reply.status, body: reply.body }).toEqual({
    status,
    body: { error, error_description: textLike(/\w+ \w+/) },
  });
}

/** Registers a client behind the server's back, as another instance's operator would. */
export async function addClient(
  host: Host,
  kind: "public" | "confidential" | "resource_server",
): Promise<{ clientId: string; clientSecret: string; basic: string }> {
  const clientId = `${kind}-${randomBytes(6).toString("hex")}`;
  const clientSecret = kind === "public" ? "" : randomBytes(32).toString("base64url");
  if (clientSecret) noteSecret({ kind: "client_secret", value: clientSecret });
  const grants = kind === "resource_server" ? [] : ["device_code", "authorization_code", "refresh_token"];
  const scopes = kind === "resource_server" ? [] : ["openid", "email", "offline_access", "devices:read"];
  await sql(
    host,
    `INSERT INTO client (id, kind, name, secret_hash, grant_types, scopes, redirect_uris)
     VALUES ($1, $2::client_kind, 'Acme', $3, $4, $5, $6)`,
    [
      clientId,
      kind,
      clientSecret ? sha256(clientSecret) : null,
      grants,
      scopes,
      ["http://127.0.0.1/callback"],
    ],
  );
  return { clientId, clientSecret, basic: basic(clientId, clientSecret) };
}

export const basic = (id: string, secret: string) =>
  `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`;

export function pkce() {
  const verifier = randomBytes(32).toString("base64url");
  return { verifier, challenge: createHash("sha256").update(verifier).digest("base64url") };
}

/** What the consent page sends when a person clicks; the query that their browser goes back with. */
export async function consent(
  host: Host,
  person: Person,
  challenge: string,
  request: Record<string, unknown> = {},
): Promise<Record<string, string>> {
  const input = {
    decision: "approve",
    request: {
      ...{ clientId: OWN, redirectUri: REDIRECT, responseType: "code" },
      ...{ codeChallenge: challenge, codeChallengeMethod: "S256", hasRequestObject: false, repeated: [] },
      ...request,
    },
  };
  const answered = z.looseObject({ kind: z.literal("answered"), redirectTo: z.string() });
  const answer = await procedure(host, person, "authorizations.decide", input, answered);
  return Object.fromEntries(new URL(answer.redirectTo).searchParams);
}
