import type { SecurityRequirementObject, SecuritySchemeObject } from "openapi3-ts/oas31";
import type { ApiFacts } from "./facts";

/** The ways to say who calls. */
export function securitySchemes({ publicUrl, cliName }: ApiFacts) {
  return {
    apiKey: {
      type: "http",
      scheme: "bearer",
      description: `An API key: what \`${cliName} login\` ends with, \`api_key\` on \`/v1\` and \`access_token\` on \`/oauth\`.`,
    },
    session: {
      type: "http",
      scheme: "bearer",
      description:
        "The session token of a signed-in person; signing in answers with it in the header `set-auth-token`. Or a JWT of the identity provider, where the operator configured one.",
    },
    sessionCookie: {
      type: "apiKey",
      in: "cookie",
      name: publicUrl.startsWith("https:") ? "__Host-alprina.session" : "alprina.session",
      description:
        "The browser's session. A call that changes something must come from a page of this server.",
    },
    clientBasic: {
      type: "http",
      scheme: "basic",
      description:
        "A registered client: `client_id` and secret, each form-encoded (RFC 6749 §2.3.1). The two may stand in the body as `client_id` and `client_secret` instead.",
    },
  } satisfies Record<string, SecuritySchemeObject>;
}

type Way = keyof ReturnType<typeof securitySchemes>;
const anyOf = (...ways: Way[]): SecurityRequirementObject[] => ways.map((way) => ({ [way]: [] }));

export const security = {
  none: [] as SecurityRequirementObject[],
  /** Somebody who is signed in. An API key is not enough: a stolen one must not make others. */
  person: anyOf("session", "sessionCookie"),
  personOrKey: anyOf("session", "sessionCookie", "apiKey"),
  apiKey: anyOf("apiKey"),
  /** By Basic, or by fields of the body, which OpenAPI has no word for. */
  client: [{}, ...anyOf("clientBasic")],
};
