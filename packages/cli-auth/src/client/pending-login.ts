import { Deadline } from "./deadline";
import type { Connection } from "./call";
import type { Credential } from "./credential";
import type { DevicePrompt } from "./login-options";
import { pollUntilDecided } from "./poll-until-decided";
import type { WaitOptions } from "./progress";
import { requestDeviceCode, type RequestDeviceCodeOptions } from "./request-device-code";
import { requestToken, type TokenAnswer } from "./request-token";
import { withRetries } from "./retry";

/**
 * A login by code that was started and waits for a person. It can be put into a file as JSON and finished by another
 * process; whoever has it gets the key, so that file is a secret.
 */
export interface PendingLogin {
  server: string;
  prompt: Omit<DevicePrompt, "way">;
  deviceCode: string;
  intervalSeconds: number;
  renewableFor?: string;
  /** RFC 3339, by this machine's clock. */
  expiresAt: string;
}

/**
 * Starts a login by code and returns at once. Nothing is signed in before a person approves.
 * @throws as `requestDeviceCode`, when the server does not come back within a few seconds.
 */
export async function startLogin(options: RequestDeviceCodeOptions & WaitOptions): Promise<PendingLogin> {
  const { deviceCode, intervalSeconds, renewableFor, ...shown } = await withRetries(options, () =>
    requestDeviceCode(options),
  );
  const now = (options.wallClock ?? Date.now)();
  return {
    server: options.server,
    prompt: { url: shown.verificationUriComplete, ...shown },
    deviceCode,
    intervalSeconds,
    ...(renewableFor !== undefined && { renewableFor }),
    expiresAt: new Date(now + shown.expiresInSeconds * 1000).toISOString(),
  };
}

/**
 * Waits for the decision about a login that was started before, at most until its code ends.
 * @throws {RefusedError} `access_denied`, `expired_token`, or 404: not known, or its key was fetched already.
 * @throws {BadResponseError} the server was away to the end.
 */
export function finishLogin(pending: PendingLogin, options: WaitOptions): Promise<Credential> {
  const { clock, wallClock = Date.now } = options;
  // A clock that was set since says little: the server knows when a code ends, and is asked once in any case.
  const leftMs = Date.parse(pending.expiresAt) - wallClock();
  const lastsMs = Math.min(Math.max(leftMs, LAST_LOOK_MS), pending.prompt.expiresInSeconds * 1000);
  return waitForDecision(pending, options, new Deadline(lastsMs, clock, wallClock));
}

/** The same in the process that started it, where the end is known to the moment. */
export function waitForDecision(
  { deviceCode, intervalSeconds, renewableFor }: PendingLogin,
  options: WaitOptions,
  deadline: Deadline,
): Promise<Credential> {
  return pollUntilDecided({ ...options, deviceCode, intervalSeconds, renewableFor, deadline });
}

/** Asks once what has become of it. It changes nothing, unless it was approved: then this is who gets the key. */
export function lookAtLogin(pending: PendingLogin, connection: Connection): Promise<TokenAnswer> {
  return requestToken({ ...connection, ...pending, server: connection.server });
}

const LAST_LOOK_MS = 10_000;
