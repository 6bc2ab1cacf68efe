import { LRUCache } from "lru-cache";
import { CLIENT_ID } from "../domain/client";
import { isProductError } from "../domain/errors";
import type { StoredClient } from "./clients";
import type { Store } from "./index";

const FRESH_MS = 5_000;
const MAX_CLIENTS = 10_000;

/** The registered clients, for the calls that come every few seconds. */
export interface ClientDirectory {
  /** The client of that id; null for none. What an operator changed is seen within five seconds. */
  find(id: string): Promise<StoredClient | null>;
}

/**
 * Remembers clients for a moment: a waiting command line names its client with every poll. While the database is
 * away, what was known stays known, so that a login outlives it.
 */
export function createClientDirectory(store: Pick<Store, "findClient">): ClientDirectory {
  const known = new LRUCache<string, { client: StoredClient; freshUntilMs: number }>({ max: MAX_CLIENTS });
  return {
    async find(id) {
      // Nothing else can be registered, and PostgreSQL would choke on some of it.
      if (!CLIENT_ID.test(id)) return null;
      const remembered = known.get(id);
      if (remembered && remembered.freshUntilMs > performance.now()) return remembered.client;
      try {
        const client = await store.findClient(id);
        // A name that is not registered is not remembered: whoever is added next should be let in at once.
        if (client) known.set(id, { client, freshUntilMs: performance.now() + FRESH_MS });
        else known.delete(id);
        return client;
      } catch (error) {
        if (remembered && isProductError(error) && error.code === "database-unavailable")
          return remembered.client;
        throw error;
      }
    },
  };
}
