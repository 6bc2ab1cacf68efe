import { authorizationResponse } from "../domain/authorization-request";
import type { Decision } from "../domain/device-grant";
import { ProductError } from "../domain/errors";
import { after } from "../domain/policy";
import { narrowScopes, writeScopes } from "../domain/scopes";
import type { Person } from "../store/index";
import { requireSome } from "./client-scopes";
import type { Deps, Sender } from "./deps";
import { chosenLifetime } from "./decide-request";
import { note, noteAlone } from "./note";
import { requireFreshSignIn } from "./require-fresh-sign-in";
import {
  checkAuthorization,
  showFacts,
  type AuthorizationInput,
  type UnusableLink,
} from "./review-authorization";

export type DecideAuthorizationAnswer =
  /** The browser goes there, with a code or with the denial. */
  { kind: "answered"; redirectTo: string } | { kind: "unusable"; why: UnusableLink };

/**
 * Approves or denies a client that has a browser beside it (RFC 6749 §4.1.2). The request is looked at again: what
 * the page showed may have been changed on its way back. An approval stores a code for a minute, bound to the
 * client, the redirect URI and the challenge.
 * @throws ProductError `invalid-input` for an approval that allows nothing; `forbidden` when the page showed another
 * account (`shownAccount`, its e-mail address) than the one that is signed in now; `sign-in-too-old`.
 */
export async function decideAuthorization(
  deps: Deps,
  sender: Sender,
  person: Person,
  input: {
    request: AuthorizationInput;
    decision: Decision;
    scopes?: string[];
    lifetimeSeconds?: number;
    shownAccount?: string;
  },
): Promise<DecideAuthorizationAnswer> {
  const { request, decision } = input;
  if (input.shownAccount !== undefined && input.shownAccount !== person.email) {
    throw new ProductError("forbidden", "You are signed in as another account by now. Reload the page.", {
      about: "another-account",
    });
  }
  const checked = await checkAuthorization(deps, request);
  if (checked.kind === "unusable") return checked;
  if (checked.kind === "refused") return { kind: "answered", redirectTo: checked.redirectTo };
  const { client, redirectUri, codeChallenge } = checked;
  if (decision === "approve") requireFreshSignIn(deps, sender);
  const now = deps.now();
  const about = { userId: person.id, clientId: client.id, deviceName: showFacts(request).deviceName };
  const back = { issuer: deps.issuer, redirectUri, state: request.state };
  if (decision === "deny") {
    await noteAlone(deps, sender, "login-denied", now, about);
    const denial = { error: "access_denied" as const, description: "The person denied the request." };
    return { kind: "answered", redirectTo: authorizationResponse(back, denial) };
  }
  const allowed = requireSome(input.scopes ? narrowScopes(checked.scopes, input.scopes) : checked.scopes);
  const { code, codeHash } = deps.secrets.mintAuthorizationCode();
  const newCode = {
    id: deps.secrets.newId(),
    codeHash,
    clientId: client.id,
    userId: person.id,
    redirectUri,
    codeChallenge,
    scope: writeScopes(allowed),
    keyTtlSeconds: chosenLifetime(deps, input.lifetimeSeconds),
    nonce: request.nonce ?? null,
    ...showFacts(request),
    ipAddress: sender.ipAddress,
    createdAt: now,
    expiresAt: after(now, deps.policy.authorizationCodeTtlSeconds),
  };
  if (!(await deps.store.insertAuthorizationCode(newCode, note(deps, sender, "login-approved", now)))) {
    throw new ProductError("authentication-required", "This account is no longer there. Sign in again.");
  }
  return { kind: "answered", redirectTo: authorizationResponse(back, { code }) };
}
