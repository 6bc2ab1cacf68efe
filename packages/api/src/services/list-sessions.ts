import { describeSource } from "../places/source";
import type { Person } from "../store/index";
import type { Deps, Sender } from "./deps";

/** A browser as its owner sees it. */
export interface BrowserView {
  id: string;
  /** Whether it is the one that asks. */
  isCurrent: boolean;
  ipAddress: string | null;
  /** "Berlin, Germany", where that is known of the address. */
  place: string | null;
  userAgent: string | null;
  signedInAt: Date;
  /** To within a few minutes. */
  lastActiveAt: Date;
}

/** Every browser that is signed in as this person: the one that asks first, then the last active. */
export async function listSessions(
  { store, now, findPlace }: Pick<Deps, "store" | "now" | "findPlace">,
  { sessionId }: Sender,
  person: Person,
): Promise<BrowserView[]> {
  const sessions = await store.listSessions(person.id, now());
  const views = sessions.map(({ id, ipAddress, userAgent, createdAt, updatedAt }) => ({
    id,
    isCurrent: id === sessionId,
    ipAddress: ipAddress || null,
    place: describeSource(ipAddress, findPlace).place,
    userAgent: userAgent || null,
    signedInAt: createdAt,
    lastActiveAt: updatedAt,
  }));
  return views.sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
}
