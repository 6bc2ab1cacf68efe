import { ProductError } from "../domain/errors";
import type { Scope } from "../domain/scopes";
import type { ApiKey, Person } from "../store/index";
import type { Deps, Sender } from "./deps";
import { identifyClient, provesItself, type ClientCredentials } from "./identify-client";
import { verifyKey, verifyKeyFromMemory, type VerifyAnswer } from "./verify-key";

export type IntrospectAnswer =
  { kind: "inactive" } | { kind: "active"; key: ApiKey; person: Person; scopes: Scope[] };

/**
 * What stands behind a key that somebody showed to an API (RFC 7662 §2), for registered resource servers. Everything
 * that opens nothing now is `inactive`, without a reason: revoked, expired, never issued, or a refresh token, which
 * is not for APIs.
 * @throws ProductError `unknown-client` for a caller that is not a resource server, or does not prove it.
 */
export async function introspectToken(
  deps: Deps,
  sender: Sender,
  input: { client: ClientCredentials; token: string },
): Promise<IntrospectAnswer> {
  const client = await identifyClient(deps, sender, input.client, { secret: "required" });
  if (client.kind !== "resource_server") {
    throw new ProductError("unknown-client", "Only a registered resource server may introspect tokens.");
  }
  return toAnswer(await verifyKey(deps, { apiKey: input.token }));
}

/** The same answer where it costs no query; undefined where `introspectToken` must be asked, as for any refusal. */
export function introspectTokenFromMemory(
  deps: Deps,
  input: { client: ClientCredentials; token: string },
): IntrospectAnswer | undefined {
  const client = deps.clients.peek(input.client.clientId);
  if (client?.kind !== "resource_server") return undefined;
  if (!provesItself(deps, client, input.client.clientSecret)) return undefined;
  const answer = verifyKeyFromMemory(deps, { apiKey: input.token });
  return answer && toAnswer(answer);
}

const active = new WeakMap<VerifyAnswer, IntrospectAnswer>();

/** The same object again for the same one, as `verifyKey` does it. */
function toAnswer(answer: VerifyAnswer): IntrospectAnswer {
  if (answer.kind !== "valid") return { kind: "inactive" };
  const known = active.get(answer);
  if (known) return known;
  const fresh: IntrospectAnswer = { ...answer, kind: "active" };
  active.set(answer, fresh);
  return fresh;
}
