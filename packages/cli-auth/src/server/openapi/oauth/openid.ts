import type { OperationObject, PathsObject } from "openapi3-ts/oas31";
import { oauthPaths } from "../../../protocol/index";
import { reply } from "../bodies";
import * as examples from "../examples";
import { oauthRefusals } from "../refusals";
import { security } from "../security";
import { ourFault } from "./refusals";

const tags = ["OpenID"];

const userinfo = (operationId: string, summary: string, description: string): OperationObject => ({
  operationId,
  tags,
  summary,
  description,
  security: security.apiKey,
  responses: {
    200: reply("The person.", "UserinfoResponse", examples.claims),
    ...oauthRefusals(
      {
        401: [
          {
            error: "invalid_token",
            when: "No access token was sent, or it is not good any more.",
            says: "This access token is not good, or not any more.",
          },
        ],
        403: [
          {
            error: "insufficient_scope",
            when: "The token lacks the scope `openid`.",
            says: "This access token was not granted the scope openid.",
          },
        ],
        ...ourFault,
      },
      { 403: ["WWW-Authenticate"] },
    ),
  },
});

/** OpenID Connect Core §5.3, RFC 7517 §5. */
export const openidPaths = (): PathsObject => ({
  [oauthPaths.userinfo]: {
    get: userinfo(
      "readUserinfo",
      "Who a token speaks for",
      "Name and address only with the scopes `profile` and `email`. The token goes in the header.",
    ),
    post: userinfo(
      "readUserinfoByPost",
      "The same by POST",
      "OpenID Connect wants both methods. The body is not read: the token goes in the header.",
    ),
  },
  [oauthPaths.jwks]: {
    get: {
      operationId: "listSigningKeys",
      tags,
      summary: "The keys that ID tokens are signed with",
      description: "The keys rotate: look up an unknown `kid` here again before you refuse a token.",
      security: security.none,
      responses: {
        200: reply("The public keys.", "JwksResponse", {
          keys: [{ kty: "RSA", kid: "EXAMPLE", use: "sig", alg: "RS256", e: "AQAB", n: "EXAMPLE-MODULUS" }],
        }),
        ...oauthRefusals(ourFault),
      },
    },
  },
});
