import type { PagePosition } from "../store/index";

/** A page of a list that may be long. */
export interface Page<Item> {
  items: Item[];
  /** What to ask for as `cursor` to go on; null at the end. */
  next: string | null;
}

/** `1764000000000.id`, as what a page is asked for with. */
const cursorOf = ({ createdAt, id }: PagePosition): string => `${createdAt.getTime()}.${id}`;

/** What a cursor of ours says. */
export function readCursor(cursor: string): PagePosition {
  const end = cursor.indexOf(".");
  return { createdAt: new Date(Number(cursor.slice(0, end))), id: cursor.slice(end + 1) };
}

/** The first `limit` of `rows`, of which one more was asked for to know whether there is more. */
export function pageOf<Row extends PagePosition>(rows: Row[], limit: number): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? cursorOf(last) : null };
}
