import type { PathsObject } from "openapi3-ts/oas31";
import { oauthGrants, oauthPaths } from "../../../protocol/index";
import { form, reply } from "../bodies";
import * as examples from "../examples";
import { oauthRefusals, type OAuthRefusal } from "../refusals";
import { security } from "../security";
import { badClient, badRequest, ourFault, tooLarge, wrongGrant } from "./refusals";

const { sample } = examples;
const client_id = sample.clientId;

const refusals: OAuthRefusal[] = [
  {
    error: "authorization_pending",
    when: "The person has not decided yet: keep polling.",
    says: "The person has not decided yet. Keep polling.",
  },
  {
    error: "slow_down",
    when: "Polled too fast: from now on wait `interval` seconds.",
    says: "Polling too fast. Wait for the interval between polls.",
    interval: 10,
  },
  {
    error: "access_denied",
    when: "The person said no: stop.",
    says: "The login was denied in the browser.",
  },
  {
    error: "expired_token",
    when: "The device code is too old: start again.",
    says: "The device code has expired. Start again.",
  },
  {
    error: "invalid_grant",
    when: "The code or token is unknown, used, over, another client's, or its verifier is wrong.",
    says: "This device code is not known here, or was used already.",
  },
  badRequest("grant_type is missing."),
  {
    error: "unsupported_grant_type",
    when: "`grant_type` is none of the three.",
    says: `grant_type must be one of: ${Object.values(oauthGrants).join(", ")}.`,
  },
  wrongGrant,
  {
    error: "invalid_scope",
    when: "A refresh asks for more than the person allowed.",
    says: "Only what was granted can be renewed: profile email.",
  },
];

/** RFC 6749 §3.2, RFC 8628 §3.4. */
export const tokenPaths = (): PathsObject => ({
  [oauthPaths.token]: {
    post: {
      operationId: "requestToken",
      tags: ["OAuth"],
      summary: "Get a key for a grant",
      description:
        "Three kinds of grant: a device code (poll until the person decides), an authorization code (with its PKCE verifier), or a refresh token. A refresh token changes with every use. Processes that use the same one within a minute get the same successor; used later, it ends the device.",
      security: security.client,
      requestBody: form(["DeviceCodeTokenRequest", "AuthorizationCodeTokenRequest", "RefreshTokenRequest"], {
        deviceCode: {
          summary: "Poll for a device login",
          value: { grant_type: oauthGrants.deviceCode, device_code: sample.deviceCode, client_id },
        },
        authorizationCode: {
          summary: "Redeem the code of a redirect",
          value: {
            grant_type: oauthGrants.authorizationCode,
            code: sample.authorizationCode,
            redirect_uri: sample.redirectUri,
            code_verifier: sample.codeVerifier,
            client_id,
          },
        },
        refreshToken: {
          summary: "Renew a key",
          value: {
            grant_type: oauthGrants.refreshToken,
            refresh_token: sample.refreshToken,
            client_id,
          },
        },
      }),
      responses: {
        200: reply("The key.", "TokenResponse", examples.tokens),
        ...oauthRefusals({ 400: refusals, ...badClient, ...tooLarge, ...ourFault }),
      },
    },
  },
});
