import type { ActivityKind } from "../domain/activity";
import { describeSource } from "../places/source";
import type { Activity, Person } from "../store/index";
import type { Deps } from "./deps";

const PAGE = 50;

export interface ActivityQuery {
  kinds?: ActivityKind[];
  deviceId?: string;
  from?: Date;
  until?: Date;
  /** The `next` of the page before. */
  cursor?: string;
  /** At most 1,000. */
  limit?: number;
}

/** One event as it is shown. */
export interface ActivityItem extends Omit<Activity, "id" | "userId"> {
  id: string;
}

export interface ActivityPage {
  items: ActivityItem[];
  /** What to ask for as `cursor` to go on; null at the end. */
  next: string | null;
}

/** What happened in this person's account, the newest first. */
export async function listActivity(
  deps: Pick<Deps, "store" | "findPlace">,
  person: Pick<Person, "id">,
  { cursor, limit = PAGE, ...filter }: ActivityQuery,
): Promise<ActivityPage> {
  const before = cursor === undefined ? undefined : BigInt(cursor);
  const rows = await deps.store.listActivity({ ...filter, userId: person.id, before, limit: limit + 1 });
  const items = rows.slice(0, limit).map((row) => toItem(deps, row));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** A sign-in is written by the database itself, which knows no places: they are looked up when they are shown. */
function toItem({ findPlace }: Pick<Deps, "findPlace">, { id, userId: _, ...row }: Activity): ActivityItem {
  const { place, network } = row.place || row.network ? row : describeSource(row.ipAddress, findPlace);
  return { ...row, id: id.toString(), place, network };
}
