import type { PathsObject } from "openapi3-ts/oas31";
import { paths } from "../../../protocol/index";
import { nothing, reply } from "../bodies";
import * as examples from "../examples";
import type { ApiFacts } from "../facts";
import { v1Refusals, type V1Refusal } from "../refusals";
import { security } from "../security";
import { ourFault } from "./refusals";

const tags = ["v1"];

const badKey = ({ cliName }: ApiFacts): Record<number, V1Refusal[]> => {
  const hint = `Run "${cliName} login" to sign in again.`;
  const refusal =
    (error: "missing_authorization" | "invalid_authorization_format" | "invalid_api_key") =>
    (when: string, message: string): V1Refusal => ({ error, when, detail: { error, message, hint } });
  return {
    401: [
      refusal("missing_authorization")("No key was sent.", "Authorization header required."),
      refusal("invalid_authorization_format")(
        "The header is not `Bearer` and one key.",
        'Send "Authorization: Bearer <api key>".',
      ),
      refusal("invalid_api_key")(
        "The key is unknown, revoked or over; `detail.message` says which.",
        "This API key was revoked on 2026-11-24 at 10:02 UTC.",
      ),
    ],
  };
};

/** What the holder of a key may ask about it. */
export const keyPaths = (api: ApiFacts): PathsObject => ({
  [paths.me]: {
    get: {
      operationId: "whoAmI",
      tags,
      summary: "Whose key this is",
      description: "Checks an API key. Only the header counts; a key elsewhere is not seen.",
      security: security.apiKey,
      responses: {
        200: reply("The person and the device.", "MeResponse", examples.me),
        ...v1Refusals({ ...badKey(api), ...ourFault }),
      },
    },
  },
  [paths.logout]: {
    post: {
      operationId: "logOut",
      tags,
      summary: "Sign out",
      description: "Revokes the API key that was sent.",
      security: security.apiKey,
      responses: {
        204: nothing("The key opens nothing any more."),
        ...v1Refusals({ ...badKey(api), ...ourFault }),
      },
    },
  },
});
