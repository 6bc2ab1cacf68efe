import { orAborted } from "./abort";
import type { Credential } from "./credential";
import { pollUntilDecided, type WaitOptions } from "./poll-until-decided";
import {
  type Confirmation,
  redeemDashboardCode,
  type RedeemDashboardCodeOptions,
} from "./redeem-dashboard-code";

/** What to tell the person: click *Connect* on that page. */
export type ConnectPrompt = Omit<Confirmation, "deviceCode" | "intervalSeconds">;

export interface LoginWithCodeOptions extends Omit<RedeemDashboardCodeOptions, "confirm">, WaitOptions {
  /** Told when the server wants the click; not called when the code alone is enough. */
  onPrompt: (prompt: ConnectPrompt) => void | Promise<void>;
}

/**
 * Signs a device in with a code from the dashboard, and offers the server to wait for the click on *Connect*.
 * @throws {RefusedError} status 404: the code is unknown or expired; 400: it was used before; `access_denied`,
 * `expired_token`, `rate_limited` and what else the server refuses.
 * @throws {BadResponseError} the server is not there, or is not one.
 * @throws {MisuseError} an option that cannot be right.
 * @throws the signal's reason, as soon as it aborts.
 */
export async function loginWithCode(options: LoginWithCodeOptions): Promise<Credential> {
  const { clock = () => performance.now(), signal } = options;
  const startedAtMs = clock();
  const answer = await redeemDashboardCode({ ...options, confirm: true });
  if (answer.kind === "key") return answer.credential;
  if (answer.kind !== "confirmation") throw answer.refusal;

  const { deviceCode, intervalSeconds, ...prompt } = answer.confirmation;
  await orAborted(options.onPrompt(prompt), signal);
  const deadlineMs = startedAtMs + prompt.expiresInSeconds * 1000;
  return pollUntilDecided({ ...options, clock, deviceCode, intervalSeconds, deadlineMs });
}
