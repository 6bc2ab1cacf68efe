import type { AuthorizationInput } from "@alprina/api";
import { authorizeParameters, oauthPaths } from "@alprina/cli-auth/protocol";

type Parameter = (typeof authorizeParameters)[number];

/** An authorization request as the procedures take it, and the path that leads to it once more. */
export interface AuthorizationQuery {
  request: AuthorizationInput;
  path: string;
}

/**
 * The query of `/oauth/authorize`, as Next reads it, in the product's words (RFC 6749 §3.1): what is empty is as
 * good as absent, what nobody knows is passed over, and what comes twice is named and has no value.
 */
export function readAuthorizationQuery(
  query: Record<string, string | string[] | undefined>,
): AuthorizationQuery {
  const sent: Partial<Record<Parameter, string>> = {};
  const repeated: Parameter[] = [];
  for (const name of authorizeParameters) {
    const [value, ...more] = [query[name] ?? []].flat().filter(Boolean);
    if (more.length > 0) repeated.push(name);
    else if (value !== undefined) sent[name] = value;
  }
  const request = {
    clientId: sent.client_id,
    redirectUri: sent.redirect_uri,
    responseType: sent.response_type,
    responseMode: sent.response_mode,
    scope: sent.scope,
    state: sent.state,
    nonce: sent.nonce,
    prompt: sent.prompt,
    codeChallenge: sent.code_challenge,
    codeChallengeMethod: sent.code_challenge_method,
    hasRequestObject: sent.request !== undefined || sent.request_uri !== undefined,
    deviceName: sent.device_name,
    deviceOs: sent.device_os,
    clientVersion: sent.client_version,
    repeated,
  };
  return { request, path: `${oauthPaths.authorize}?${new URLSearchParams(sent).toString()}` };
}
