import type { ActivityKind } from "../domain/activity";
import { ProductError } from "../domain/errors";
import { cleanText } from "../domain/text";
import { describeSource } from "../places/source";
import type { Activity, Person } from "../store/index";
import type { Deps } from "./deps";
import { showClient } from "./review-request";

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
  /** The e-mail address of the person, or their id. */
  person?: string | { id: string };
  ipAddress?: string;
}

/** One event, as an operator sees it. */
export interface EverybodysActivityItem extends Omit<Activity, "id"> {
  id: string;
}

/** What is for operators alone: a person need not know which of them it was. */
type NotTheirs = "userId" | "email" | "actorId" | "actorEmail";

/** One event, as the person whose it is sees it. */
export interface ActivityItem extends Omit<EverybodysActivityItem, NotTheirs> {
  /** As the operator registered it; the id when it is registered no more. */
  clientName: string | null;
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
  deps: ActivityDeps & Pick<Deps, "clients">,
  person: Pick<Person, "id">,
  query: ActivityQuery,
): Promise<ActivityPage> {
  const { items, next } = await readPage(deps, { ...query, userId: person.id });
  const ids = new Set(items.flatMap(({ clientId }) => clientId ?? []));
  const names = new Map<string | null, string>();
  for (const id of ids) names.set(id, (await showClient(deps.clients, id)).name);
  const shown = items.map(({ userId: _, email: __, actorId: ___, actorEmail: ____, ...item }) => ({
    ...item,
    clientName: names.get(item.clientId) ?? null,
  }));
  return { items: shown, next };
}

/**
 * What happened, whoever it happened to: for operators alone. The newest first.
 * @throws ProductError `invalid-input` when nobody has this e-mail address.
 */
export async function listEverybodysActivity(
  deps: ActivityDeps,
  { person, ...query }: EverybodysActivityQuery,
): Promise<Page<EverybodysActivityItem>> {
  if (person === undefined) return readPage(deps, query);
  if (typeof person === "object") return readPage(deps, { ...query, userId: person.id });
  const known = await deps.store.findPersonByEmail(person);
  if (!known) throw new ProductError("invalid-input", `Nobody here has the address ${person}.`);
  return readPage(deps, { ...query, userId: known.id });
}

type PageQuery = Omit<EverybodysActivityQuery, "person"> & { userId?: string };

async function readPage(
  deps: ActivityDeps,
  { cursor, limit = PAGE, ...filter }: PageQuery,
): Promise<Page<EverybodysActivityItem>> {
  const before = cursor === undefined ? undefined : BigInt(cursor);
  // One more than is asked for tells whether there is more.
  const rows = await deps.store.listActivity({ ...filter, before, limit: limit + 1 });
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
