import { oauthGrants, paths } from "../protocol/paths";
import { call } from "./call";
import { type Credential, toCredential } from "./credential";
import { MisuseError, type RefusedError } from "./errors";
import type { WaitOptions } from "./progress";
import { expectBody } from "./reply";
import { askToken, credentialOf } from "./token-credential";
import { keyResponse } from "./wire-shapes";

export interface RequestTokenOptions extends WaitOptions {
  deviceCode: string;
  /** As `requestDeviceCode` answered it. */
  renewableFor?: string;
  /** The pause that this login keeps at present; 5 by default (RFC 8628 §3.2). */
  intervalSeconds?: number;
}

/** What a poll can be told. `refusal` is the server's own answer, for its sentence. */
export type TokenAnswer =
  /** `waitedSeconds`: the poll was held so long, at most, and the next one may come at once. */
  | { kind: "pending"; intervalSeconds: number; waitedSeconds?: number }
  | { kind: "slow-down"; intervalSeconds: number }
  | { kind: "denied" | "expired" | "unknown"; refusal: RefusedError }
  | { kind: "approved"; credential: Credential };

const DEFAULT_INTERVAL_SECONDS = 5;
const SLOW_DOWN_STEP_SECONDS = 5;

/**
 * One poll (RFC 8628 §3.4, §3.5). Wait `intervalSeconds` of the answer before the next one. `unknown` is also
 * what a code answers that was redeemed before: a key is handed out once.
 * @throws {RefusedError} none of the expected answers: 429, 503.
 * @throws {BadResponseError | MisuseError}
 */
export async function requestToken(options: RequestTokenOptions): Promise<TokenAnswer> {
  const { deviceCode, intervalSeconds = DEFAULT_INTERVAL_SECONDS } = options;
  if (deviceCode === "") throw new MisuseError("The device code is empty.");
  const { renewableFor, waitSeconds } = options;
  const sent = { device_code: deviceCode };
  const reply =
    renewableFor === undefined
      ? await call(options, { method: "POST", path: paths.deviceToken, body: sent, waitSeconds })
      : await askToken(
          options,
          { grant_type: oauthGrants.deviceCode, client_id: renewableFor, ...sent },
          { waitSeconds },
        );
  if (reply.ok) {
    const credential =
      renewableFor === undefined
        ? toCredential(expectBody(reply, keyResponse))
        : await credentialOf(reply, options, renewableFor);
    return { kind: "approved", credential };
  }

  const { refusal } = reply;
  switch (refusal.code) {
    case "authorization_pending":
      return {
        kind: "pending",
        intervalSeconds: refusal.intervalSeconds ?? intervalSeconds,
        ...(refusal.waitedSeconds !== undefined && { waitedSeconds: refusal.waitedSeconds }),
      };
    case "slow_down": {
      const slower = intervalSeconds + SLOW_DOWN_STEP_SECONDS;
      return { kind: "slow-down", intervalSeconds: refusal.intervalSeconds ?? slower };
    }
    case "access_denied":
      return { kind: "denied", refusal };
    case "expired_token":
      return { kind: "expired", refusal };
  }
  if (refusal.status === 404 || refusal.code === "invalid_grant") return { kind: "unknown", refusal };
  throw refusal;
}
