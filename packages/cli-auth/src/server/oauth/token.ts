import type { IssuedKey } from "@alprina/api";
import {
  authorizationCodeTokenRequest,
  deviceCodeTokenRequest,
  oauthGrants,
  refreshTokenRequest,
  tokenRequest,
  type TokenResponse,
} from "../../protocol/index";
import { denialSentence } from "../denial";
import type { RestOptions } from "../options";
import { perInterval } from "../per-interval";
import { noteApplied, preferredWait } from "../prefer";
import { readClient } from "./credentials";
import { OAuthError } from "./oauth-error";
import { checkParameters, sentParameters } from "./parameters";

import type { PollAnswer } from "../v1/token";

type Sent = Record<string, unknown>;

const pending = new OAuthError(400, "authorization_pending", "The person has not decided yet. Keep polling.");
const slowDown = perInterval(
  (interval) =>
    new OAuthError(400, "slow_down", "Polling too fast. Wait for the interval between polls.", { interval }),
);

/** `POST /oauth/token`: a key for a grant (RFC 6749 §3.2). */
export async function requestToken(request: Request, options: RestOptions): Promise<Response> {
  const sent = await sentParameters(request);
  const { grant_type } = checkParameters(sent, tokenRequest);
  switch (grant_type) {
    case oauthGrants.deviceCode:
      return pollDevice(request, sent, options);
    case oauthGrants.authorizationCode:
      return redeemCode(request, sent, options);
    case oauthGrants.refreshToken:
      return refresh(request, sent, options);
    default:
      throw new OAuthError(
        400,
        "unsupported_grant_type",
        `grant_type must be one of: ${Object.values(oauthGrants).join(", ")}.`,
      );
  }
}

/** RFC 8628 §3.4-3.5. */
async function pollDevice(request: Request, fields: Sent, { createCaller }: RestOptions): Promise<Response> {
  const sent = checkParameters(fields, deviceCodeTokenRequest);
  const answer = await createCaller(request).logins.poll({
    client: readClient(request.headers.get("authorization"), sent),
    deviceCode: sent.device_code,
    codeVerifier: sent.code_verifier,
    waitSeconds: preferredWait(request.headers.get("prefer")),
  });
  noteApplied(request, answer);
  const reply = pollReply(answer);
  if (reply instanceof OAuthError) throw reply;
  return Response.json(reply);
}

/** A refusal is answered and not thrown: *pending* is what nearly all polls are told. */
export function pollReply(answer: PollAnswer): TokenResponse | OAuthError {
  switch (answer.kind) {
    case "approved":
      return tokenReply(answer.issued);
    case "pending":
      return pending;
    case "slow-down":
      return slowDown(answer.intervalSeconds);
    case "expired":
      return new OAuthError(400, "expired_token", "The device code has expired. Start again.");
    case "denied":
      return new OAuthError(400, "access_denied", denialSentence(answer.reason));
    case "unknown":
      return refusedGrant("This device code is not known here, or was used already.");
    case "wrong-verifier":
      return refusedGrant(
        "code_verifier does not match the code_challenge of the device authorization request.",
      );
    case "person-gone":
      return refusedGrant("The account that approved this is no longer there.");
  }
}

/** RFC 6749 §4.1.3-4.1.4. */
async function redeemCode(request: Request, fields: Sent, { createCaller }: RestOptions): Promise<Response> {
  const sent = checkParameters(fields, authorizationCodeTokenRequest);
  const answer = await createCaller(request).authorizations.redeem({
    client: readClient(request.headers.get("authorization"), sent),
    code: sent.code,
    redirectUri: sent.redirect_uri,
    codeVerifier: sent.code_verifier,
  });
  if (answer.kind === "refused") throw refusedGrant(answer.why);
  return Response.json(tokenReply(answer.issued));
}

/** RFC 6749 §6. */
async function refresh(request: Request, fields: Sent, { createCaller }: RestOptions): Promise<Response> {
  const sent = checkParameters(fields, refreshTokenRequest);
  const answer = await createCaller(request).tokens.renew({
    client: readClient(request.headers.get("authorization"), sent),
    refreshToken: sent.refresh_token,
    scope: sent.scope,
  });
  if (answer.kind === "refused") throw refusedGrant(answer.why);
  return Response.json(tokenReply(answer.issued));
}

function refusedGrant(why: string): OAuthError {
  return new OAuthError(400, "invalid_grant", why);
}

/** RFC 6749 §5.1. `token_type` is spelled so because some clients compare it letter by letter. */
function tokenReply({ apiKey, expiresInSeconds, scopes, refreshToken, idToken }: IssuedKey): TokenResponse {
  return {
    access_token: apiKey,
    token_type: "Bearer",
    expires_in: expiresInSeconds,
    scope: scopes.join(" "),
    ...(refreshToken !== null && { refresh_token: refreshToken }),
    ...(idToken !== null && { id_token: idToken }),
  };
}
