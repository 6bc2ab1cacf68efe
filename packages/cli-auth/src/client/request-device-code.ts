import { oauthPaths, paths } from "../protocol/paths";
import { call, type Connection } from "./call";
import { type DeviceFacts, toWireFacts } from "./device-facts";
import { expectBody, expectWebPage } from "./reply";
import { OWN_CLIENT_ID } from "./token-credential";
import { deviceAuthorizationResponse, deviceResponse } from "./wire-shapes";

export interface RequestDeviceCodeOptions extends Connection, DeviceFacts {
  /** The registered client; the server's own command line when left out. */
  clientId?: string;
  /** Words with spaces between, as in RFC 6749 §3.3. */
  scope?: string;
}

/** A login that waits for a person's decision. */
export interface DeviceCode {
  /** The secret to poll with. Never shown, never logged. */
  deviceCode: string;
  /** What the person compares or types, such as `WDJB-MJHT`. */
  userCode: string;
  /** The page on which the code can be typed. */
  verificationUri: string;
  /** The same page with the code filled in. */
  verificationUriComplete: string;
  expiresInSeconds: number;
  /** The shortest pause between two polls. */
  intervalSeconds: number;
  /** Set where `/oauth` was asked, as for `offline_access`: hand it to `requestToken`. */
  renewableFor?: string;
}

/**
 * Starts a login (RFC 8628 §3.1). Nothing is signed in before a person approves.
 * @throws {RefusedError} too many logins (`rate_limited`, with `retryAfterSeconds`), no database (503).
 * @throws {BadResponseError | MisuseError}
 */
export async function requestDeviceCode(options: RequestDeviceCodeOptions): Promise<DeviceCode> {
  const isRenewable = wantsRenewal(options.scope);
  const clientId = options.clientId ?? (isRenewable ? OWN_CLIENT_ID : undefined);
  const body = { client_id: clientId, scope: options.scope, ...toWireFacts(options) };
  // `/v1` gives key and person in one reply, but no refresh token.
  const wire = isRenewable
    ? expectBody(
        await call(options, { method: "POST", path: oauthPaths.deviceAuthorization, form: body }),
        deviceAuthorizationResponse,
      )
    : expectBody(await call(options, { method: "POST", path: paths.device, body }), deviceResponse);
  return {
    deviceCode: wire.device_code,
    userCode: wire.user_code,
    verificationUri: expectWebPage(wire.verification_uri),
    verificationUriComplete: expectWebPage(wire.verification_uri_complete),
    expiresInSeconds: wire.expires_in,
    intervalSeconds: wire.interval,
    ...(isRenewable && { renewableFor: clientId }),
  };
}

export const wantsRenewal = (scope = ""): boolean => scope.split(/\s+/).includes("offline_access");
