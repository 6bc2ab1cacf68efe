import type { IssuedKey, Person } from "@alprina/api";
import type { KeyResponse } from "../../protocol/index";

export function toUser({ id, email, fullName, tier }: Person): KeyResponse["user"] {
  return { id, email, full_name: fullName, tier };
}

/** The one reply that carries a key. */
export function toKeyResponse({ apiKey, person, expiresAt, device }: IssuedKey): KeyResponse {
  return { api_key: apiKey, user: toUser(person), expires_at: expiresAt.toISOString(), device };
}
