import { ProductError } from "../domain/errors";
import { readChallenge, type SentChallenge } from "../domain/pkce";
import { OWN_CLIENT_ID, after } from "../domain/policy";
import { writeScopes } from "../domain/scopes";
import { cleanText } from "../domain/text";
import type { StoredClient } from "../store/index";
import { offeredScopes, requireScopes } from "./client-scopes";
import type { Deps, DeviceFacts, Sender } from "./deps";
import { drawUntilFree } from "./draw";
import { identifyClient, requireGrantType, type ClientCredentials } from "./identify-client";
import { note } from "./note";
import { hashKey, isForAnybody } from "./poll-login";
import { requireStart } from "./require-start";

export interface StartedLogin {
  /** For the CLI alone. */
  deviceCode: string;
  /** For the person to compare and type, `XXXX-XXXX`. */
  userCode: string;
  expiresInSeconds: number;
  intervalSeconds: number;
}

export interface StartInput extends DeviceFacts {
  /** Who asks, in OAuth's dialect. */
  client?: ClientCredentials;
  /** What a command line that speaks `/v1` calls itself; one that is not registered is taken for our own. */
  claimedClientId?: string;
  scope?: string;
  challenge?: SentChallenge;
}

/**
 * Starts one login of a command line (RFC 8628 §3.1-3.2). A confidential client need not send its secret here:
 * several libraries bring it to the token endpoint only, and without it no key is given there.
 * @throws ProductError `over-budget` for an address that starts too many, or from which somebody was asked for a
 * login that was not theirs; `network-not-trusted`; `unknown-client`; `client-not-allowed`;
 * `scope-not-allowed` when nothing of what was asked for can be granted; `invalid-input` for a challenge that is
 * none.
 */
export async function startLogin(deps: Deps, sender: Sender, input: StartInput): Promise<StartedLogin> {
  const { policy, secrets, store } = deps;
  await requireStart(deps, sender);
  const client = input.client
    ? await identifyClient(deps, sender, input.client, { secret: "if-sent" })
    : await claimedClient(deps, input.claimedClientId);
  requireGrantType(client, "device_code");
  const challenge = readChallenge(input.challenge ?? {});
  if (challenge.kind === "bad") throw new ProductError("invalid-input", challenge.why);
  const now = deps.now();
  const asOf = deps.pacer.asOf();
  const { deviceCode, deviceCodeHash } = secrets.mintDeviceCode();
  const grant = {
    id: secrets.newId(),
    deviceCodeHash,
    clientId: client.id,
    scope: writeScopes(
      input.client ? requireScopes(client, input.scope) : offeredScopes(client, input.scope),
    ),
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
    ({ userCodeHmac }) =>
      store.insertGrant({ ...grant, userCodeHmac }, note(deps, sender, "login-started", now)),
  );
  deps.pacer.remember(hashKey(deviceCodeHash), { ...grant, isForAnybody: isForAnybody(grant, client), asOf });
  return {
    deviceCode,
    userCode,
    expiresInSeconds: policy.deviceCodeTtlSeconds,
    intervalSeconds: policy.pollIntervalSeconds,
  };
}

/**
 * The field must be let in whatever it calls itself, and a person must read no name that anybody may claim.
 * A confidential client cannot prove itself on `/v1`: it would wait there for a key that it never gets.
 */
async function claimedClient({ clients }: Deps, claimed: string | undefined): Promise<StoredClient> {
  const client = (claimed && (await clients.find(claimed))) || (await clients.find(OWN_CLIENT_ID));
  if (!client) throw new ProductError("unknown-client", `${OWN_CLIENT_ID} is not registered here.`);
  if (client.kind === "public") return client;
  throw new ProductError(
    "client-not-allowed",
    "This client has a secret: it signs in at /oauth/device_authorization.",
  );
}
