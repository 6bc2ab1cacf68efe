import type { ParameterObject, PathsObject } from "openapi3-ts/oas31";
import { oauthPaths, type authorizeParameters } from "../../../protocol/index";
import { sample } from "../examples";
import { security } from "../security";

type Name = (typeof authorizeParameters)[number];

/** What each parameter means, with an example where one is needed for the call. */
const parameters: Record<Name, { says: string; example?: string; required?: true }> = {
  response_type: { says: "`code`, the only one there is.", example: "code", required: true },
  client_id: { says: "The program that asks.", example: sample.clientId, required: true },
  redirect_uri: {
    says: "Where the browser returns to: one that is registered. On `127.0.0.1` and `[::1]` any port will do.",
    example: sample.redirectUri,
    required: true,
  },
  code_challenge: {
    says: "PKCE: the base64url SHA-256 of the verifier.",
    example: sample.codeChallenge,
    required: true,
  },
  code_challenge_method: { says: "`S256`, the only one there is.", example: "S256", required: true },
  scope: { says: "Names of scopes with spaces between.", example: "openid email" },
  state: { says: "Comes back as it is: compare it.", example: "EXAMPLE-STATE" },
  nonce: { says: "Comes back in the ID token." },
  response_mode: { says: "`query`, the only one there is." },
  prompt: { says: "`consent` changes nothing: the person is always asked. `none` is refused." },
  request: { says: "Refused: request objects are not taken." },
  request_uri: { says: "Refused, like `request`." },
  device_name: { says: "What this machine is called, for the person to read." },
  device_os: { says: "The operating system, for the person to read." },
  client_version: { says: "The version of the command line, for the person to read." },
};

/** RFC 6749 §4.1.1. The page itself is the web app's. */
export const authorizePaths = (): PathsObject => ({
  [oauthPaths.authorize]: {
    get: {
      operationId: "authorizeInBrowser",
      tags: ["OAuth"],
      summary: "Ask a person in their browser",
      description:
        "For a command line with a browser beside it: open this address, and listen on a loopback port for the answer. It is a page, and no call for programs. The browser comes back to `redirect_uri` with `code`, `state` and `iss`, or with `error` and `error_description`.",
      security: security.none,
      parameters: (Object.keys(parameters) as Name[]).map((name): ParameterObject => {
        const { says, example, required } = parameters[name];
        return {
          name,
          in: "query",
          description: says,
          schema: { type: "string" },
          ...(required && { required }),
          ...(example !== undefined && { example }),
        };
      }),
      responses: {
        200: {
          description:
            "The page on which the person decides, or one that says what is wrong with the link. While client or address are not known to be good, nobody is sent anywhere.",
          content: { "text/html": {} },
        },
        307: {
          description: "To sign-in first, or back to the client with what is wrong with the request.",
          headers: { Location: { description: "Where to.", required: true, schema: { type: "string" } } },
        },
      },
    },
  },
});
