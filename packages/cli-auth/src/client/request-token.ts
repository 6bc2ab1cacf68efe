import { keyResponse, paths } from "../protocol";
import { call, type Connection } from "./call";
import { type Credential, toCredential } from "./credential";
import { MisuseError, type RefusedError } from "./errors";
import { expectBody } from "./reply";

export interface RequestTokenOptions extends Connection {
  deviceCode: string;
  /** The pause that this login keeps at present; 5 by default (RFC 8628 §3.2). */
  intervalSeconds?: number;
  /** How long the server may hold the poll until the person decides; it holds 25 s at most. Without it, not at all. */
  waitSeconds?: number;
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
  const body = { device_code: deviceCode };
  const { waitSeconds } = options;
  const reply = await call(options, { method: "POST", path: paths.deviceToken, body, waitSeconds });
  if (reply.ok) return { kind: "approved", credential: toCredential(expectBody(reply, keyResponse)) };

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
  if (refusal.status === 404) return { kind: "unknown", refusal };
  throw refusal;
}
