import { ProductError } from "../domain/errors";
import { grantableScopes, type Scope } from "../domain/scopes";
import type { StoredClient } from "../store/index";

/**
 * What this client can be granted of what it asks for.
 * @throws ProductError `scope-not-allowed` when that is nothing.
 */
export function requireScopes(client: StoredClient, asked: string | undefined): Scope[] {
  const granted = grantableScopes(asked, scopesOf(client));
  if (!granted) {
    const names = scopesOf(client).join(" ");
    throw new ProductError(
      "scope-not-allowed",
      `None of these scopes can be granted. This client may ask for: ${names}.`,
    );
  }
  return granted;
}

/** Staying signed in is of no use to a client that may not renew. */
function scopesOf(client: StoredClient): Scope[] {
  return client.grantTypes.includes("refresh_token")
    ? client.scopes
    : client.scopes.filter((scope) => scope !== "offline_access");
}

/** `/v1` never fails for a scope: names that cannot be granted count as not said. */
export function offeredScopes(client: StoredClient, asked: string | undefined): Scope[] {
  return grantableScopes(asked, scopesOf(client)) ?? requireScopes(client, undefined);
}

/** @throws ProductError `invalid-input` when nothing is allowed. */
export function requireSome(allowed: Scope[]): Scope[] {
  if (allowed.length > 0) return allowed;
  throw new ProductError("invalid-input", "Allow at least one thing, or deny the request.", {
    about: "nothing-allowed",
  });
}
