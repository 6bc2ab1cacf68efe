import type { PathsObject } from "openapi3-ts/oas31";
import { oauthPaths } from "../../../protocol/index";
import { form, reply } from "../bodies";
import * as examples from "../examples";
import type { ApiFacts } from "../facts";
import { oauthRefusals } from "../refusals";
import { security } from "../security";
import { badClient, badRequest, noScope, ourFault, tooLarge, wrongGrant } from "./refusals";

/** RFC 8628 §3.1-3.2. */
export const deviceAuthorizationPaths = (api: ApiFacts): PathsObject => {
  const { verification_url: _, ...started } = examples.started(api);
  return {
    [oauthPaths.deviceAuthorization]: {
      post: {
        operationId: "authorizeDevice",
        tags: ["OAuth"],
        summary: "Start a device login",
        description:
          "RFC 8628. Show the person `user_code` and `verification_uri`, then poll the token endpoint. A secret is not needed here, even from a client that has one. With a PKCE challenge only whoever has the verifier gets the key.",
        security: security.client,
        requestBody: form(["DeviceAuthorizationRequest"], {
          device: {
            summary: "A command line that says where it runs",
            value: {
              client_id: examples.sample.clientId,
              scope: "openid email offline_access",
              ...examples.facts,
            },
          },
        }),
        responses: {
          200: reply("The login waits for the person.", "DeviceAuthorizationResponse", started),
          ...oauthRefusals({
            400: [badRequest("client_id: given more than once"), wrongGrant, noScope],
            ...badClient,
            ...tooLarge,
            429: [
              {
                error: "temporarily_unavailable",
                when: "Too many logins were started from this address.",
                says: "Too many attempts. Wait a moment, then try again.",
              },
            ],
            ...ourFault,
          }),
        },
      },
    },
  };
};
