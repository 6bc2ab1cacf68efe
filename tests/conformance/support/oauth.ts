import { randomBytes, createHash } from "node:crypto";
import { send, type Message, type Reply } from "@alprina/contract-tests/support/http";
import type { Host } from "@alprina/contract-tests/support/hosts";
import { noteSecret, noteSecretsIn } from "@alprina/contract-tests/support/secrets-seen";
import { expect } from "vitest";
import { z } from "zod";

export const DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";

export type Endpoint = "device_authorization" | "token" | "revoke" | "introspect" | "userinfo" | "jwks";

/** A form-encoded POST to one of the endpoints. Whatever the answer is, RFC 6749's rules hold for it. */
export function oauth(
  host: Host,
  endpoint: Endpoint,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Reply> {
  return sent(host, "POST", `/oauth/${endpoint}`, {
    headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams(form).toString(),
  });
}

/** Any request, exactly as it is given. */
export async function sent(host: Host, method: string, path: string, message: Message = {}): Promise<Reply> {
  const reply = await send(host.url, method, path, message);
  noteSecretsIn(reply);
  const { access_token: key } = (reply.body ?? {}) as { access_token?: string };
  if (key) noteSecret({ kind: "api_key", value: key });
  // RFC 6749 §5.1 and §5.2: nothing is kept on the way, and everything is JSON.
  expect(reply.headers["cache-control"], `${method} ${path}`).toBe("no-store");
  expect(reply.headers["content-type"], `${method} ${path}`).toMatch(/^application\/json/);
  return reply;
}

/** `id:secret`, each form-encoded first (RFC 6749 §2.3.1). */
export function basic({ id, secret }: { id: string; secret?: string | null }): { Authorization: string } {
  const pair = `${encodeURIComponent(id)}:${encodeURIComponent(secret ?? "")}`;
  return { Authorization: `Basic ${Buffer.from(pair).toString("base64")}` };
}

/** The word of a refusal, or "token". */
export const wordOf = ({ status, body }: Reply): string =>
  status === 200 ? "token" : ((body as { error?: string } | undefined)?.error ?? `status ${status}`);

/** A refusal in RFC 6749 §5.2's form, with this status and word. */
export function expectError(reply: Reply, status: number, error: string): void {
  expect({ status: reply.status, error: wordOf(reply) }, reply.text).toEqual({ status, error });
  const body = z.object({ error_description: z.string() }).parse(reply.body);
  expect(body.error_description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
}

export const started = z.strictObject({
  device_code: z.string().min(20),
  user_code: z.string().min(1),
  verification_uri: z.url(),
  verification_uri_complete: z.url(),
  expires_in: z.int().positive(),
  interval: z.int().positive(),
});

export const tokens = z.strictObject({
  access_token: z.string().min(1),
  token_type: z.literal("Bearer"),
  expires_in: z.int().positive(),
  scope: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  id_token: z.string().min(1).optional(),
});
export type Tokens = z.infer<typeof tokens>;

/** The body of a reply that must be a success of this form. */
export function read<Schema extends z.ZodType>(reply: Reply, schema: Schema): z.output<Schema> {
  expect(reply.status, reply.text).toBe(200);
  return schema.parse(reply.body);
}

/** A fresh verifier and its S256 challenge (RFC 7636 §4.1-4.2). */
export function pkce(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString("base64url");
  return { verifier, challenge: createHash("sha256").update(verifier).digest("base64url") };
}
