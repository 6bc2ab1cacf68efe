import type { Events, Happening } from "../events/hub";
import type { Store } from "./index";

const person = (personId: string): Happening => ({ kind: "person", personId });
const client = (clientId: string): Happening => ({ kind: "client", clientId });

/**
 * The writes that change what somebody's keys open, or what is said of them, and whom they are about. Those that
 * learn it only from the row are announced by the services that call them.
 */
const changes = {
  revokeKey: (_: string, userId: string) => person(userId),
  revokeKeys: (userId: string) => person(userId),
  revokeKeysWithIds: (userId: string) => person(userId),
  renameKey: (_: string, userId: string) => person(userId),
  signOutEverywhere: (personId: string) => person(personId),
  changePassword: (personId: string) => person(personId),
  changeEmail: (personId: string) => person(personId),
  renamePerson: (personId: string) => person(personId),
  deletePerson: (personId: string) => person(personId),
  lockPerson: (personId: string) => person(personId),
  unlockPerson: (personId: string) => person(personId),
  removeClient: (id: string) => client(id),
  updateClient: ({ id }: { id: string }) => client(id),
  replaceClientSecret: (id: string) => client(id),
} satisfies { [Name in keyof Store]?: (...args: Parameters<Store[Name]>) => Happening };

/**
 * `store` whose revocations are announced before they are answered: on this instance the very next call sees them,
 * and does not wait for the database to tell everybody.
 */
export function announced(store: Store, events: Pick<Events, "announce">): Store {
  const writes = store as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
  const telling = Object.entries(changes).map(([name, about]) => [
    name,
    async (...args: unknown[]) => {
      try {
        return await writes[name]?.(...args);
      } finally {
        // Also of one that failed: its connection may have been lost after the change.
        events.announce((about as (...args: unknown[]) => Happening)(...args));
      }
    },
  ]);
  return { ...store, ...(Object.fromEntries(telling) as Partial<Store>) };
}
