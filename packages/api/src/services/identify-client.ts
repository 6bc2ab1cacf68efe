import { ProductError } from "../domain/errors";
import type { GrantType } from "../domain/client";
import type { StoredClient } from "../store/index";
import { addressSubject } from "../limits/subject";
import type { Deps, Sender } from "./deps";
import { spend } from "./spend";

/** What a client says it is. An empty secret is none (RFC 6749 §2.3.1). */
export interface ClientCredentials {
  clientId: string;
  clientSecret?: string;
}

/**
 * The client that a request comes from. `secret: "required"` wants a confidential client's secret (RFC 6749
 * §3.2.1); `"if-sent"` checks one that was sent and is content without.
 * A wrong secret costs the address and the client a point. The right one costs nothing and is never refused, so
 * nobody can shut a client out by guessing in its name.
 * @throws ProductError `unknown-client` with what to do about it; `over-budget` for a wrong secret too many.
 */
export async function identifyClient(
  deps: Deps,
  sender: Sender,
  { clientId, clientSecret }: ClientCredentials,
  { secret }: { secret: "required" | "if-sent" },
): Promise<StoredClient> {
  const client = await deps.clients.find(clientId);
  if (!client) throw refused("No client with this client_id is registered here. Ask the operator to add it.");
  if (client.secretHash === null) {
    if (clientSecret) throw refused("This client is public and has no secret. Send its client_id alone.");
    return client;
  }
  if (!clientSecret) {
    if (secret === "if-sent") return client;
    throw refused("This client has a secret. Send it by HTTP Basic, or as client_secret in the body.");
  }
  if (!provesItself(deps, client, clientSecret)) {
    await spend(
      deps,
      sender,
      { name: "client-secret:address", subject: addressSubject(sender.ipAddress) },
      { name: "client-secret:client", subject: client.id },
    );
    throw refused("The client secret is wrong.");
  }
  return client;
}

/** Whether this is the secret of a client that has one. */
export function provesItself(
  { secrets }: Deps,
  { secretHash }: StoredClient,
  clientSecret: string | undefined,
): boolean {
  return !!clientSecret && !!secretHash && secrets.equal(secrets.hashToken(clientSecret), secretHash);
}

/** @throws ProductError `client-not-allowed` for a client that was not given this way to a key. */
export function requireGrantType(client: StoredClient, grantType: GrantType): void {
  if (!client.grantTypes.includes(grantType)) {
    throw new ProductError("client-not-allowed", `This client may not use the grant type ${grantType}.`);
  }
}

function refused(message: string): ProductError {
  return new ProductError("unknown-client", message);
}
