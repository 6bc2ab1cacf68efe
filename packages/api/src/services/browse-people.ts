import type { ListedPerson } from "../store/index";
import type { Deps } from "./deps";
import { pageOf, readCursor, type Page } from "./page-position";

const PAGE = 50;

export interface PeopleQuery {
  /** A part of the e-mail address or of the name. */
  words?: string;
  which?: "locked" | "operators";
  cursor?: string;
}

/** A page of everybody with an account here, who came last first. */
export async function browsePeople(
  { store, now }: Pick<Deps, "store" | "now">,
  { words, which, cursor }: PeopleQuery,
): Promise<Page<ListedPerson>> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const filter = { words: words?.trim() || undefined, which, after, limit: PAGE + 1 };
  return pageOf(await store.listPeoplePage(filter, now()), PAGE);
}
