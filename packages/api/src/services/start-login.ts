import { ProductError } from "../domain/errors";
import { readChallenge, type SentChallenge } from "../domain/pkce";
import { OWN_CLIENT_ID, after } from "../domain/policy";
import { grantableScopes, writeScopes, type Scope } from "../domain/scopes";
import { cleanText } from "../domain/text";
import { addressSubject } from "../limits/subject";
import type { StoredClient } from "../store/index";
import type { Deps, DeviceFacts, Sender } from "./deps";
import { drawUntilFree } from "./draw";
import { identifyClient, requireGrantType, type ClientCredentials } from "./identify-client";
import { hashKey } from "./poll-login";

export interface StartedLogin {
  /** For the CLI alone. */
  deviceCode: string;
  /** For the person to compare and type, `XXXX-XXXX`. */
  userCode: string;
  expiresInSeconds: number;
  intervalSeconds: number;
}

export interface StartInput extends DeviceFacts {
  /** Absent for a command line that speaks `/v1` and means its own client. */
  client?: ClientCredentials;
  scope?: string;
  challenge?: SentChallenge;
}

/**
 * Starts one login of a command line (RFC 8628 §3.1-3.2). A confidential client need not send its secret here:
 * several libraries bring it to the token endpoint only, and without it no key is given there.
 * @throws ProductError `over-budget` for an address that starts too many; `unknown-client`; `client-not-allowed`;
 * `scope-not-allowed` when nothing of what was asked for can be granted; `invalid-input` for a challenge that is
 * none.
 */
export async function startLogin(deps: Deps, sender: Sender, input: StartInput): Promise<StartedLogin> {
  const { policy, secrets, store } = deps;
  await deps.budgets.spend("start-login:address", addressSubject(sender.ipAddress));
  const client = await identifyClient(deps, input.client ?? { clientId: OWN_CLIENT_ID }, {
    secret: "if-sent",
  });
  requireGrantType(client, "device_code");
  const challenge = readChallenge(input.challenge ?? {});
  if (challenge.kind === "bad") throw new ProductError("invalid-input", challenge.why);
  const now = deps.now();
  const { deviceCode, deviceCodeHash } = secrets.mintDeviceCode();
  const grant = {
    id: secrets.newId(),
    deviceCodeHash,
    clientId: client.id,
    scope: writeScopes(requireScopes(client, input.scope)),
    codeChallenge: challenge.kind === "good" ? challenge.challenge : null,
    deviceName: cleanText(input.deviceName),
    deviceOs: cleanText(input.deviceOs),
    clientVersion: cleanText(input.clientVersion, 60),
    ipAddress: sender.ipAddress,
    intervalSeconds: policy.pollIntervalSeconds,
    createdAt: now,
    expiresAt: after(now, policy.deviceCodeTtlSeconds),
  };
  const { userCode } = await drawUntilFree(
    () => secrets.mintUserCode(),
    ({ userCodeHmac }) => store.insertGrant({ ...grant, userCodeHmac }),
  );
  deps.pacer.remember(hashKey(deviceCodeHash), grant);
  return {
    deviceCode,
    userCode,
    expiresInSeconds: policy.deviceCodeTtlSeconds,
    intervalSeconds: policy.pollIntervalSeconds,
  };
}

/**
 * What this client can be granted of what it asks for.
 * @throws ProductError `scope-not-allowed` when that is nothing.
 */
export function requireScopes(client: StoredClient, asked: string | undefined): Scope[] {
  const granted = grantableScopes(asked, scopesOf(client));
  if (!granted) {
    const names = scopesOf(client).join(" ");
    throw new ProductError(
      "scope-not-allowed",
      `None of these scopes can be granted. This client may ask for: ${names}.`,
    );
  }
  return granted;
}

/** Staying signed in is of no use to a client that may not renew. */
function scopesOf(client: StoredClient): Scope[] {
  return client.grantTypes.includes("refresh_token")
    ? client.scopes
    : client.scopes.filter((scope) => scope !== "offline_access");
}
