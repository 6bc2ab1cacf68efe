import type { TokenResponse } from "../protocol";
import { oauthPaths } from "../protocol/paths";
import { call, type Reply } from "./call";
import type { Credential } from "./credential";
import { logout } from "./logout";
import type { WaitOptions } from "./progress";
import { expectBody } from "./reply";
import { withRetries } from "./retry";
import { whoAmI } from "./who-am-i";
import { tokenResponse } from "./wire-shapes";

/** The client that every server has from its first start. */
export const OWN_CLIENT_ID = "alprina-cli";

/** Asks for a key (RFC 6749 §3.2). The reply may be a refusal. */
export function askToken(
  options: WaitOptions,
  form: Record<string, string | undefined>,
  { waitSeconds, url }: { waitSeconds?: number; url?: string } = {},
): Promise<Reply> {
  return call(options, { method: "POST", path: oauthPaths.token, url, form, waitSeconds });
}

/**
 * A token reply says nothing of the person: the key itself is asked.
 * @throws what that call throws; the key is revoked then, because nobody would ever have it.
 */
export async function credentialOf(
  reply: Reply,
  options: WaitOptions,
  clientId: string,
): Promise<Credential> {
  const token: TokenResponse = expectBody(reply, tokenResponse);
  const caller = { ...options, apiKey: token.access_token };
  try {
    const { user, device } = await withRetries(options, () => whoAmI(caller));
    const { id, email, fullName, tier } = user;
    return {
      apiKey: token.access_token,
      user: { id, email, fullName, tier },
      device: { id: device.id, name: device.name },
      expiresAt: device.expiresAt,
      ...renewalOf(token, options, clientId),
    };
  } catch (error) {
    await logout({ ...caller, signal: undefined }).catch(() => undefined);
    throw error;
  }
}

/** What the reply says of the next one; nothing without `offline_access`. */
export function renewalOf(
  token: TokenResponse,
  { wallClock = Date.now }: WaitOptions,
  clientId: string,
): Pick<Credential, "renewal"> {
  if (token.refresh_token === undefined) return {};
  const keyExpiresAt = new Date(wallClock() + token.expires_in * 1000).toISOString();
  return { renewal: { refreshToken: token.refresh_token, clientId, keyExpiresAt } };
}
