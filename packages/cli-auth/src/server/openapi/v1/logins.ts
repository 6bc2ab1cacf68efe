import type { PathsObject } from "openapi3-ts/oas31";
import { paths } from "../../../protocol/index";
import { fields, reply } from "../bodies";
import * as examples from "../examples";
import type { ApiFacts } from "../facts";
import { v1Refusals } from "../refusals";
import { security } from "../security";
import {
  badBody,
  lockedAccount,
  notSignedIn,
  oldSignIn,
  otherSite,
  ourFault,
  overBudget,
  untrustedNetwork,
} from "./refusals";

const { sample } = examples;
const tags = ["v1"];

/** A login that starts in the terminal. */
export const loginPaths = (api: ApiFacts): PathsObject => ({
  [paths.device]: {
    post: {
      operationId: "startLogin",
      tags,
      summary: "Start a login",
      description:
        "Answers with two codes. Show the person `user_code` and `verification_uri`, then poll with `device_code` every `interval` seconds. The body is optional, and so is its Content-Type; what you say of the device helps the person to recognise it.",
      security: security.none,
      requestBody: fields("DeviceRequest", examples.facts, { required: false }),
      responses: {
        200: reply("The login waits for the person.", "DeviceResponse", examples.started(api)),
        ...v1Refusals({
          400: [
            {
              error: "invalid_client",
              when: "`client_id` is a registered client that may not log in this way. An unknown one is passed over.",
              detail: "This client has a secret: it signs in at /oauth/device_authorization.",
            },
          ],
          403: [untrustedNetwork],
          ...badBody("device_name: must be at most 200 characters"),
          ...overBudget,
          ...ourFault,
        }),
      },
    },
  },
  [paths.deviceToken]: {
    post: {
      operationId: "pollLogin",
      tags,
      summary: "Ask whether the person has decided",
      description:
        "One poll. Keep asking while the answer is `authorization_pending`, and wait `interval` seconds between two polls; a decision is answered at once, whatever the pace. With `Prefer: wait=25` (RFC 7240) it is held until the person decides, 25 s at most, and then says so in `Preference-Applied`: the next poll may come at once. The key is handed out once: of any number of polls one gets it.",
      security: security.none,
      requestBody: fields("DeviceTokenRequest", { device_code: sample.deviceCode }),
      responses: {
        200: reply("Approved. This is the key.", "KeyResponse", examples.key),
        ...v1Refusals({
          400: [
            {
              error: "authorization_pending",
              when: "The person has not decided yet: keep polling.",
              detail: {
                error: "authorization_pending",
                message: "User hasn't authorized yet. Keep polling.",
              },
            },
            {
              error: "slow_down",
              when: "Polled too fast: from now on wait `interval` seconds.",
              detail: {
                error: "slow_down",
                message: "Polling too fast. Wait for the interval between polls.",
              },
              interval: 10,
            },
            {
              error: "access_denied",
              when: "The person said no, or a rule of this server did: stop. Here `detail` is a plain sentence.",
              detail: "The login was denied in the browser.",
            },
            {
              error: "expired_token",
              when: "The code is too old: start again.",
              detail: {
                error: "expired_token",
                message: "Device code has expired. Please request a new one.",
              },
            },
          ],
          404: [
            {
              error: "invalid_grant",
              when: "The code is unknown, or was redeemed already.",
              detail: "Invalid device code",
            },
            {
              error: "invalid_grant",
              when: "The account that approved is gone.",
              detail: "User not found",
            },
          ],
          ...badBody("device_code: must not be empty"),
          429: [
            {
              error: "rate_limited",
              when: "Too many codes that are not known here. A known one is never refused for it.",
              detail: "Too many attempts. Wait a moment, then try again.",
            },
          ],
          ...ourFault,
        }),
      },
    },
  },
  [paths.deviceAuthorize]: {
    post: {
      operationId: "approveLogin",
      tags,
      summary: "Approve a login for the signed-in person",
      description:
        "For a dashboard of your own that asks the person itself. Who approves is who is signed in; nothing in the body can change that.",
      security: security.person,
      requestBody: fields("DeviceAuthorizeRequest", { user_code: sample.userCode }),
      responses: {
        200: reply("Approved. The next poll gets the key.", "AuthorizeResponse", examples.approved),
        ...v1Refusals({
          ...notSignedIn,
          403: [
            {
              error: "forbidden",
              when: "`stack_user_id` is not who is signed in.",
              detail: "stack_user_id is not the signed-in user.",
            },
            oldSignIn,
            lockedAccount,
            otherSite,
          ],
          404: [
            {
              error: "not_found",
              when: "No login waits for this person under this code.",
              detail: "Invalid user code or authorization expired",
            },
          ],
          ...badBody("user_code: must not be empty"),
          ...overBudget,
          ...ourFault,
        }),
      },
    },
  },
});
