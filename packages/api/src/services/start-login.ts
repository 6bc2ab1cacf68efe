import { OWN_CLIENT_ID, after } from "../domain/policy";
import { cleanText } from "../domain/text";
import { addressSubject } from "../limits/subject";
import type { Deps, DeviceFacts, Sender } from "./deps";
import { drawUntilFree } from "./draw";
import { hashKey } from "./poll-login";

export interface StartedLogin {
  /** For the CLI alone. */
  deviceCode: string;
  /** For the person to compare and type, `XXXX-XXXX`. */
  userCode: string;
  expiresInSeconds: number;
  intervalSeconds: number;
}

/**
 * Starts one login of a command line (RFC 8628 §3.1-3.2).
 * @throws ProductError `over-budget` for an address that starts too many.
 */
export async function startLogin(
  deps: Deps,
  sender: Sender,
  input: DeviceFacts & { clientId?: string; scope?: string },
): Promise<StartedLogin> {
  const { policy, secrets, store } = deps;
  await deps.budgets.spend("start-login:address", addressSubject(sender.ipAddress));
  const now = deps.now();
  const { deviceCode, deviceCodeHash } = secrets.mintDeviceCode();
  const grant = {
    id: secrets.newId(),
    deviceCodeHash,
    clientId: cleanText(input.clientId) ?? OWN_CLIENT_ID,
    scope: cleanText(input.scope, 200),
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
