import { after } from "../domain/policy";
import type { Store, StoredFigures } from "../store/index";
import type { Deps } from "./deps";

const A_DAY_SECONDS = 24 * 60 * 60;
const SHARED_SECONDS = 3;

/** What there is now, and what happened within a day. */
export interface Figures extends StoredFigures {
  countedAt: Date;
}

const lately = new WeakMap<Store, { at: Date; counting: Promise<Figures> }>();

/**
 * Counts everything. Among millions of rows that takes the database a while, so whoever asks within three seconds of
 * another has the same answer, on each instance.
 */
export function countFigures({ store, now }: Pick<Deps, "store" | "now">): Promise<Figures> {
  const at = now();
  const former = lately.get(store);
  if (former && Math.abs(at.getTime() - former.at.getTime()) < SHARED_SECONDS * 1_000) return former.counting;
  const counting = store
    .countEverything(at, after(at, -A_DAY_SECONDS))
    .then((counted) => ({ ...counted, countedAt: at }));
  lately.set(store, { at, counting });
  // What failed is no answer for the next.
  counting.catch(() => lately.delete(store));
  return counting;
}
