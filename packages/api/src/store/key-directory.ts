import type { Events } from "../events/hub";
import type { FoundKey } from "./hot-reads";
import type { Store } from "./index";
import { remembered } from "./remembered";

/** Some 2 KB each, with the indexes over them: 40 MB at most. */
const MAX_KEYS = 20_000;

/** The API keys that were shown to this instance of late, by their hashes. */
export interface KeyDirectory {
  /** The key and its person, as they are now or were within the last four seconds; null for none. */
  find(keyHash: Uint8Array<ArrayBuffer>): Promise<FoundKey | null>;
  /** The same, if it costs no query. `hash` in base64. */
  peek(hash: string): FoundKey | undefined;
}

/**
 * Remembers keys for a moment: a command line shows its key with every call that it makes. A revocation that is told
 * of here or elsewhere is seen by the next call. While this instance cannot hear the others, every call asks the
 * database; a message that is lost all the same costs four seconds.
 */
export function createKeyDirectory(
  store: Pick<Store, "findKeys" | "findChangedKeys">,
  events: Events,
): KeyDirectory {
  const keys = remembered<FoundKey>(events, {
    max: MAX_KEYS,
    read: (hashes) => store.findKeys(hashes.map((hash) => new Uint8Array(Buffer.from(hash, "base64")))),
    findChanged: (found) => store.findChangedKeys(found),
    about: ({ key }) => [
      { kind: "person", personId: key.userId },
      { kind: "client", clientId: key.clientId },
    ],
    mayServe: () => events.isLive(),
  });
  return {
    find: (keyHash) => keys.find(Buffer.from(keyHash).toString("base64")),
    peek: (hash) => keys.peek(hash),
  };
}
