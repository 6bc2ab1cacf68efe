import { ProductError } from "../domain/errors";
import type { Scope } from "../domain/scopes";
import type { ApiKey, Person } from "../store/index";
import type { Deps, Sender } from "./deps";
import { identifyClient, type ClientCredentials } from "./identify-client";
import { verifyKey } from "./verify-key";

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
  const answer = await verifyKey(deps, { apiKey: input.token });
  return answer.kind === "valid" ? { ...answer, kind: "active" } : { kind: "inactive" };
}
