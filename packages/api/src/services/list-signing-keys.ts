import type { Deps } from "./deps";
import { openKey, publishedKeys, publishedUntil } from "./signing-keys";

/** A signing key as the operator sees it. */
export interface SigningKeyView {
  kid: string;
  status: "current" | "retired";
  createdAt: Date;
  retiredAt: Date | null;
  /** Until when ID tokens can be checked by it; null for the current key. */
  publishedUntil: Date | null;
  /** False for one that was sealed under another server secret: it cannot sign. */
  isReadable: boolean;
}

/** The keys that are published, the newest first. None before the first ID token was asked for. */
export async function listSigningKeys(
  deps: Pick<Deps, "store" | "secrets" | "now">,
): Promise<SigningKeyView[]> {
  return (await publishedKeys(deps)).map((key) => ({
    kid: key.id,
    status: key.status,
    createdAt: key.createdAt,
    retiredAt: key.retiredAt,
    publishedUntil: key.retiredAt && publishedUntil(key.retiredAt),
    isReadable: openKey(deps, key) !== null,
  }));
}
