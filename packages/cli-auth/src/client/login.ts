import { orAborted } from "./abort";
import type { Credential } from "./credential";
import { pollUntilDecided, type WaitOptions } from "./poll-until-decided";
import { type DeviceCode, requestDeviceCode, type RequestDeviceCodeOptions } from "./request-device-code";

/** What to show to the person. The device code is not in it: it is a secret of this process. */
export type LoginPrompt = Omit<DeviceCode, "deviceCode" | "intervalSeconds">;

export interface LoginOptions extends RequestDeviceCodeOptions, WaitOptions {
  /** Shows code and address, and may open a browser. Polling starts when it is done; what it throws ends the login. */
  onPrompt: (prompt: LoginPrompt) => void | Promise<void>;
}

/**
 * Signs a device in by the device flow (RFC 8628): starts a login, lets `onPrompt` show it, and waits for the
 * decision, at most `expiresInSeconds`.
 * @throws {RefusedError} `access_denied`, `expired_token`, `rate_limited` and what else the server refuses.
 * @throws {BadResponseError} the server is not there, or is not one.
 * @throws {MisuseError} an option that cannot be right.
 * @throws the signal's reason, as soon as it aborts.
 */
export async function login(options: LoginOptions): Promise<Credential> {
  const { clock = () => performance.now(), signal } = options;
  const startedAtMs = clock();
  const { deviceCode, intervalSeconds, ...prompt } = await requestDeviceCode(options);
  await orAborted(options.onPrompt(prompt), signal);
  const deadlineMs = startedAtMs + prompt.expiresInSeconds * 1000;
  return pollUntilDecided({ ...options, clock, deviceCode, intervalSeconds, deadlineMs });
}
