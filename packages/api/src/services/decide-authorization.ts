import { authorizationResponse } from "../domain/authorization-request";
import type { Decision } from "../domain/device-grant";
import { ProductError } from "../domain/errors";
import { after } from "../domain/policy";
import { narrowScopes, writeScopes } from "../domain/scopes";
import type { Person } from "../store/index";
import { requireSome } from "./client-scopes";
import type { Deps, Sender } from "./deps";
import { checkAuthorization, showFacts, type AuthorizationInput } from "./review-authorization";

export type DecideAuthorizationAnswer =
  /** The browser goes there, with a code or with the denial. */
  { kind: "answered"; redirectTo: string } | { kind: "unusable"; why: string };

/**
 * Approves or denies a client that has a browser beside it (RFC 6749 §4.1.2). The request is looked at again: what
 * the page showed may have been changed on its way back. An approval stores a code for a minute, bound to the
 * client, the redirect URI and the challenge.
 * @throws ProductError `invalid-input` for an approval that allows nothing; `forbidden` when the page showed another
 * account (`shownAccount`, its e-mail address) than the one that is signed in now.
 */
export async function decideAuthorization(
  deps: Deps,
  sender: Sender,
  person: Person,
  input: { request: AuthorizationInput; decision: Decision; scopes?: string[]; shownAccount?: string },
): Promise<DecideAuthorizationAnswer> {
  const { request, decision } = input;
  if (input.shownAccount !== undefined && input.shownAccount !== person.email) {
    throw new ProductError("forbidden", "You are signed in as another account by now. Reload the page.");
  }
  const checked = await checkAuthorization(deps, request);
  if (checked.kind === "unusable") return checked;
  if (checked.kind === "refused") return { kind: "answered", redirectTo: checked.redirectTo };
  const { client, redirectUri, codeChallenge } = checked;
  const back = { issuer: deps.issuer, redirectUri, state: request.state };
  if (decision === "deny") {
    const denial = { error: "access_denied" as const, description: "The person denied the request." };
    return { kind: "answered", redirectTo: authorizationResponse(back, denial) };
  }
  const allowed = requireSome(input.scopes ? narrowScopes(checked.scopes, input.scopes) : checked.scopes);
  const now = deps.now();
  const { code, codeHash } = deps.secrets.mintAuthorizationCode();
  const stored = await deps.store.insertAuthorizationCode({
    id: deps.secrets.newId(),
    codeHash,
    clientId: client.id,
    userId: person.id,
    redirectUri,
    codeChallenge,
    scope: writeScopes(allowed),
    nonce: request.nonce ?? null,
    ...showFacts(request),
    ipAddress: sender.ipAddress,
    createdAt: now,
    expiresAt: after(now, deps.policy.authorizationCodeTtlSeconds),
  });
  if (!stored) {
    throw new ProductError("authentication-required", "This account is no longer there. Sign in again.");
  }
  return { kind: "answered", redirectTo: authorizationResponse(back, { code }) };
}
