import { CLIENT_ID } from "../domain/client";
import { isProductError } from "../domain/errors";
import type { Events } from "../events/hub";
import type { StoredClient } from "./clients";
import type { Store } from "./index";
import { remembered } from "./remembered";

const MAX_CLIENTS = 10_000;

/** The registered clients, for the calls that come every few seconds. */
export interface ClientDirectory {
  /** The client of that id; null for none. What an operator changed is seen within five seconds. */
  find(id: string): Promise<StoredClient | null>;
  /** The same, if it costs no query. */
  peek(id: string): StoredClient | undefined;
}

/**
 * Remembers clients for a moment: a waiting command line names its client with every poll. While the database is
 * away, what was known stays known, so that a login outlives it.
 */
export function createClientDirectory(store: Pick<Store, "findClient">, events: Events): ClientDirectory {
  const clients = remembered<StoredClient>(events, {
    max: MAX_CLIENTS,
    read: (ids) => Promise.all(ids.map((id) => store.findClient(id))),
    about: ({ id }) => [{ kind: "client", clientId: id }],
    // Also what others cannot tell of: seconds are soon enough for what an operator changes.
    mayServe: () => true,
  });
  return {
    peek: (id) => clients.peek(id),
    async find(id) {
      // Nothing else can be registered, and PostgreSQL would choke on some of it.
      if (!CLIENT_ID.test(id)) return null;
      try {
        return await clients.find(id);
      } catch (error) {
        const known = clients.lastKnown(id);
        if (known && isProductError(error) && error.code === "database-unavailable") return known;
        throw error;
      }
    },
  };
}
