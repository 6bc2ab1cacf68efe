import type { z } from "zod";
import { approve } from "@alprina/contract-tests/support/flows";
import { noteSecret } from "@alprina/contract-tests/support/secrets-seen";
import type { Person } from "@alprina/contract-tests/support/people";
import { clickThrough } from "./browser";
import { server } from "./cast";
import type { Registered } from "./ids";
import { basic, DEVICE_GRANT, oauth, pkce, read, startReply, tokenReply } from "./oauth";

export type Tokens = z.infer<typeof tokenReply>;

/** How this client proves itself: by its id in the body, or by Basic. */
export const proofOf = ({ id, secret }: Registered) => ({
  form: secret === null ? { client_id: id } : ({} as Record<string, string>),
  headers: secret === null ? {} : basic({ id, secret }),
});

/** A call of this client's to an endpoint on the ordinary server. */
export function callAs(
  client: Registered,
  endpoint: Parameters<typeof oauth>[1],
  form: Record<string, string>,
) {
  const proof = proofOf(client);
  return oauth(server, endpoint, { ...proof.form, ...form }, proof.headers);
}

/** Begins a device login on the ordinary server. */
export async function startLogin(client: Registered, form: Record<string, string> = {}) {
  return read(await callAs(client, "device_authorization", form), startReply);
}

export const poll = (client: Registered, device_code: string, form: Record<string, string> = {}) =>
  callAs(client, "token", { grant_type: DEVICE_GRANT, device_code, ...form });

/** A whole device login. */
export async function signInByDevice(client: Registered, person: Person, scope = "openid"): Promise<Tokens> {
  const login = await startLogin(client, { scope });
  await approve(server, person, login.user_code);
  return read(await poll(client, login.device_code), tokenReply);
}

export const LOOPBACK = "http://127.0.0.1:53682/callback";

/** A good authorization URL of this client's, with what a test changes about it; undefined leaves a name out. */
export function authorizationUrl(
  client: Pick<Registered, "id">,
  challenge: string,
  changes: Record<string, string | undefined> = {},
): URL {
  const url = new URL(`${server.url}/oauth/authorize`);
  const good = {
    client_id: client.id,
    redirect_uri: LOOPBACK,
    response_type: "code",
    scope: "openid offline_access",
    state: "a state of the client's",
    code_challenge: challenge,
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries({ ...good, ...changes })) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url;
}

/** A code that a person's approval gave, with what its redemption must bring. */
export interface GivenCode {
  code: string;
  code_verifier: string;
  redirect_uri: string;
}

export async function approvedCode(
  client: Registered,
  person: Person,
  changes: Record<string, string> = {},
): Promise<GivenCode> {
  const { verifier, challenge } = pkce();
  const back = await clickThrough(server, person, authorizationUrl(client, challenge, changes));
  const code = back.searchParams.get("code") ?? "";
  noteSecret({ kind: "device_code", value: code });
  return { code, code_verifier: verifier, redirect_uri: changes.redirect_uri ?? LOOPBACK };
}

export const redeem = (client: Registered, form: Partial<GivenCode>) =>
  callAs(client, "token", { grant_type: "authorization_code", ...form });

/** A whole login with the browser beside it. */
export async function signInByBrowser(client: Registered, person: Person): Promise<Tokens> {
  return read(await redeem(client, await approvedCode(client, person)), tokenReply);
}

export const refresh = (client: Registered, refresh_token = "", form: Record<string, string> = {}) =>
  callAs(client, "token", { grant_type: "refresh_token", refresh_token, ...form });
