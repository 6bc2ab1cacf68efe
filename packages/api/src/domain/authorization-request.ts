import { readChallenge } from "./pkce";

/** What came in the URL of the authorization endpoint, less the client and where to send the answer. */
export interface AuthorizationParameters {
  responseType?: string;
  responseMode?: string;
  prompt?: string;
  codeChallenge?: string;
  codeChallengeMethod?: string;
  /** `request` or `request_uri` was there. */
  hasRequestObject: boolean;
  /** Names that were given more than once. */
  repeated: string[];
}

/** Why a request is sent back (RFC 6749 §4.1.2.1, OpenID Connect Core §3.1.2.6). */
export interface AuthorizationRefusal {
  error:
    | "invalid_request"
    | "unauthorized_client"
    | "access_denied"
    | "unsupported_response_type"
    | "invalid_scope"
    | "interaction_required"
    | "request_not_supported";
  description: string;
}

/** What is wrong with a request whose client and redirect URI are known to be good; null when nothing is. */
export function refuseAuthorization(sent: AuthorizationParameters): AuthorizationRefusal | null {
  const invalid = (description: string) => ({ error: "invalid_request" as const, description });
  const [repeated] = sent.repeated;
  if (repeated !== undefined) return invalid(`${repeated} was given more than once.`);
  if (sent.hasRequestObject) {
    return { error: "request_not_supported", description: "Send plain parameters, not a request object." };
  }
  if (!sent.responseType) return invalid("response_type is missing. It must be code.");
  if (sent.responseType !== "code") {
    return { error: "unsupported_response_type", description: "response_type must be code." };
  }
  if (sent.responseMode && sent.responseMode !== "query") return invalid("response_mode must be query.");
  const challenge = readChallenge({ challenge: sent.codeChallenge, method: sent.codeChallengeMethod });
  if (challenge.kind === "none") return invalid("code_challenge is missing (RFC 7636, method S256).");
  if (challenge.kind === "bad") return invalid(challenge.why);
  if (sent.prompt?.split(" ").includes("none")) {
    return { error: "interaction_required", description: "A person has to approve this in the browser." };
  }
  return null;
}

/**
 * Where the browser goes with the answer: the redirect URI as it was sent, and what is added to its query. `iss`
 * names us, so that a client of several servers cannot be told one's answer for another's (RFC 9207 §2).
 */
export function authorizationResponse(
  { issuer, redirectUri, state }: { issuer: string; redirectUri: string; state?: string },
  answer: { code: string } | AuthorizationRefusal,
): string {
  const fields = new URLSearchParams(
    "code" in answer ? { code: answer.code } : { error: answer.error, error_description: answer.description },
  );
  if (state !== undefined) fields.set("state", state);
  fields.set("iss", issuer);
  return `${redirectUri}${redirectUri.includes("?") ? "&" : "?"}${fields.toString()}`;
}
