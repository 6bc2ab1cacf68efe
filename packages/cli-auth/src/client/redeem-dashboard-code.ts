import { paths } from "../protocol/paths";
import { call, type Connection } from "./call";
import { type Credential, toCredential } from "./credential";
import { type DeviceFacts, toWireFacts } from "./device-facts";
import { MisuseError, type RefusedError } from "./errors";
import { expectBody, expectWebPage } from "./reply";
import { confirmationResponse, keyResponse } from "./wire-shapes";

export interface RedeemDashboardCodeOptions extends Connection, DeviceFacts {
  /** As the page shows it; case, spaces and dashes do not matter. */
  code: string;
  /** Offers to wait until the person clicks *Connect* on the page that shows the code. */
  confirm?: boolean;
}

/** A redeemed code that waits for the click; poll `deviceCode` with `requestToken`. */
export interface Confirmation {
  deviceCode: string;
  /** The page on which to click *Connect*. */
  verificationUri: string;
  expiresInSeconds: number;
  intervalSeconds: number;
}

/** `refusal` is the server's own answer, for its sentence. */
export type DashboardCodeAnswer =
  | { kind: "key"; credential: Credential }
  | { kind: "confirmation"; confirmation: Confirmation }
  | { kind: "unknown" | "used" | "confirmation-required"; refusal: RefusedError };

/**
 * Trades a dashboard code for a key, or with `confirm: true` for a wait. `unknown` covers expired ones;
 * `confirmation-required` means that this server wants `confirm: true`.
 * @throws {RefusedError} too many guesses (`rate_limited`, with `retryAfterSeconds`), 503.
 * @throws {BadResponseError | MisuseError}
 */
export async function redeemDashboardCode(options: RedeemDashboardCodeOptions): Promise<DashboardCodeAnswer> {
  if (options.code.trim() === "") throw new MisuseError("The dashboard code is empty.");
  const body = { cli_code: options.code, confirm: options.confirm || undefined, ...toWireFacts(options) };
  const reply = await call(options, { method: "POST", path: paths.cliVerify, body });

  if (!reply.ok) {
    const { refusal } = reply;
    if (refusal.status === 404) return { kind: "unknown", refusal };
    if (refusal.code === "confirmation_required") return { kind: "confirmation-required", refusal };
    if (refusal.status === 400 && refusal.code !== "invalid_request") return { kind: "used", refusal };
    throw refusal;
  }
  if (reply.status !== 202) {
    return { kind: "key", credential: toCredential(expectBody(reply, keyResponse)) };
  }
  const wire = expectBody(reply, confirmationResponse);
  return {
    kind: "confirmation",
    confirmation: {
      deviceCode: wire.device_code,
      verificationUri: expectWebPage(wire.verification_uri),
      expiresInSeconds: wire.expires_in,
      intervalSeconds: wire.interval,
    },
  };
}
