import type { ActivityKind } from "../domain/activity";
import { cleanText } from "../domain/text";
import { describeSource } from "../places/source";
import type { Activity, Person } from "../store/index";
import type { Deps } from "./deps";

const PAGE = 50;
const MAX_USER_AGENT = 300;

export interface ActivityQuery {
  kinds?: ActivityKind[];
  /** One device, and the login that it came from. */
  deviceId?: string;
  from?: Date;
  until?: Date;
  /** The `next` of the page before. */
  cursor?: string;
  /** At most 1,000. */
  limit?: number;
}

/** What an operator may ask besides: about everybody, or one person, or one address. */
export interface EverybodysActivityQuery extends ActivityQuery {
  personId?: string;
  ipAddress?: string;
}

/** One event as it is shown. */
export interface ActivityItem extends Omit<Activity, "id" | "userId" | "email"> {
  id: string;
}

/** The same for an operator: whose it is, too. */
export interface EverybodysActivityItem extends ActivityItem {
  userId: string | null;
  email: string | null;
}

interface Page<Item> {
  items: Item[];
  /** What to ask for as `cursor` to go on; null at the end. */
  next: string | null;
}

export type ActivityPage = Page<ActivityItem>;

type ActivityDeps = Pick<Deps, "store" | "findPlace">;

/** What happened in this person's account, the newest first. */
export async function listActivity(
  deps: ActivityDeps,
  person: Pick<Person, "id">,
  query: ActivityQuery,
): Promise<ActivityPage> {
  const { items, next } = await listEverybodysActivity(deps, { ...query, personId: person.id });
  return { items: items.map(({ userId: _, email: __, ...item }) => item), next };
}

/** What happened, whoever it happened to: for operators alone. The newest first. */
export async function listEverybodysActivity(
  deps: ActivityDeps,
  { cursor, limit = PAGE, personId, ...filter }: EverybodysActivityQuery,
): Promise<Page<EverybodysActivityItem>> {
  const before = cursor === undefined ? undefined : BigInt(cursor);
  const rows = await deps.store.listActivity({ ...filter, userId: personId, before, limit: limit + 1 });
  const items = rows.slice(0, limit).map((row) => toItem(deps, row));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/**
 * A sign-in is written by the database itself, which knows no places and takes a browser's name as it comes: both
 * are made good when they are shown.
 */
function toItem({ findPlace }: ActivityDeps, { id, ...row }: Activity): EverybodysActivityItem {
  const { place, network } = row.place || row.network ? row : describeSource(row.ipAddress, findPlace);
  return { ...row, id: id.toString(), place, network, userAgent: cleanText(row.userAgent, MAX_USER_AGENT) };
}
