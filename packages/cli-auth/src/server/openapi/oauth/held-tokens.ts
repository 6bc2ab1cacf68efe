import type { PathsObject } from "openapi3-ts/oas31";
import { oauthPaths } from "../../../protocol/index";
import { form, reply } from "../bodies";
import * as examples from "../examples";
import type { ApiFacts } from "../facts";
import { oauthRefusals } from "../refusals";
import { security } from "../security";
import { badClient, badRequest, ourFault, tooLarge } from "./refusals";

const tags = ["OAuth"];

/** What may be asked about a token that one holds. */
export const heldTokenPaths = (api: ApiFacts): PathsObject => ({
  [oauthPaths.revoke]: {
    post: {
      operationId: "revokeToken",
      tags,
      summary: "Revoke a token",
      description:
        "RFC 7009. Ends the key and its refresh token together. A token that is not known is as good as revoked, so that answers 200 as well.",
      security: security.client,
      requestBody: form(["TokenCallRequest"], {
        key: {
          summary: "A public client signs out",
          value: { token: examples.sample.apiKey, client_id: examples.sample.clientId },
        },
      }),
      responses: {
        200: reply("It opens nothing any more.", { type: "object" }, {}),
        ...oauthRefusals({
          400: [
            badRequest("token is missing."),
            {
              error: "invalid_grant",
              when: "The token is another client's.",
              says: "This token was issued to another client.",
            },
          ],
          ...badClient,
          ...tooLarge,
          ...ourFault,
        }),
      },
    },
  },
  [oauthPaths.introspect]: {
    post: {
      operationId: "introspectToken",
      tags,
      summary: "Ask what a token may do",
      description:
        'RFC 7662, for APIs that are registered as resource servers. Whatever opens nothing now is `{"active": false}`, without a reason.',
      security: security.client,
      requestBody: form(["TokenCallRequest"], {
        key: {
          summary: "An API asks about a key that it was shown",
          value: {
            token: examples.sample.apiKey,
            client_id: "reports-api",
            client_secret: "EXAMPLE-SECRET",
          },
        },
      }),
      responses: {
        200: reply("What the token is now.", "IntrospectionResponse", examples.active(api)),
        ...oauthRefusals({ 400: [badRequest("token is missing.")], ...badClient, ...tooLarge, ...ourFault }),
      },
    },
  },
});
