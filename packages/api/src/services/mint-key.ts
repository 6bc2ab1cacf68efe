import { after } from "../domain/policy";
import type { NewApiKey } from "../store/api-keys";
import type { Person } from "../store/index";
import type { Deps } from "./deps";

/** A key in the moment when it is handed out: the only time that anybody sees it. */
export interface IssuedKey {
  apiKey: string;
  person: Person;
  expiresAt: Date;
  device: { id: string; name: string };
}

/** A fresh key and what will be stored of it. It is worth nothing until a conditional write stores it. */
export function mintKey(
  { secrets, policy }: Deps,
  name: string,
  now: Date,
): { apiKey: string; newKey: NewApiKey } {
  const { apiKey, keyHash, visibleStart } = secrets.mintApiKey();
  return {
    apiKey,
    newKey: {
      id: secrets.newId(),
      keyHash,
      visibleStart,
      name,
      expiresAt: after(now, policy.apiKeyTtlSeconds),
    },
  };
}
