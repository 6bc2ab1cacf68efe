import type { IssuedKey, Person, Scope } from "@alprina/api";
import type { KeyResponse } from "../../protocol/index";

/** The person, as far as they let this key know them. `email` is always a string; empty is a withheld one. */
export function toUser({ id, email, fullName, tier }: Person, scopes: readonly Scope[]): KeyResponse["user"] {
  return {
    id,
    email: scopes.includes("email") ? email : "",
    full_name: scopes.includes("profile") ? fullName : null,
    tier,
  };
}

/** The one reply that carries a key. */
export function toKeyResponse({ apiKey, person, scopes, expiresAt, device }: IssuedKey): KeyResponse {
  return { api_key: apiKey, user: toUser(person, scopes), expires_at: expiresAt.toISOString(), device };
}
