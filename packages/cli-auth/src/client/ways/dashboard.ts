import { orAborted } from "../abort";
import type { Credential } from "../credential";
import { Deadline } from "../deadline";
import type { LoginOptions } from "../login-options";
import { pollUntilDecided } from "../poll-until-decided";
import { redeemDashboardCode } from "../redeem-dashboard-code";

/** A code from the settings page; the server may want a click there as well. */
export async function loginByDashboardCode(options: LoginOptions & { code: string }): Promise<Credential> {
  const answer = await redeemDashboardCode({ ...options, confirm: true });
  if (answer.kind === "key") return answer.credential;
  if (answer.kind !== "confirmation") throw answer.refusal;

  const { deviceCode, intervalSeconds, verificationUri, expiresInSeconds } = answer.confirmation;
  const deadline = new Deadline(expiresInSeconds * 1000, options.clock, options.wallClock);
  const prompt = { way: "dashboard", url: verificationUri, verificationUri, expiresInSeconds } as const;
  await orAborted(options.onPrompt(prompt), options.signal);
  return pollUntilDecided({ ...options, deviceCode, intervalSeconds, deadline });
}
