import { ProductError } from "../domain/errors";
import { listenFor, type News } from "../events/news";
import type { Events } from "../events/hub";
import type { Person } from "../store/index";
import type { Deps, Sender } from "./deps";
import { watchDashboardCode, type DashboardCodeView } from "./watch-dashboard-code";

/** Pages that are told here at a time, at some 10 KB each. */
export const MAX_FOLLOWED = 5_000;
/** What nobody may tell of is looked at all the same. */
const LOOK_AGAIN_MS = { live: 10_000, claimed: 2_000, connecting: 500 };
const UNHEARD_MS = 2_000;
const ASK_AGAIN_SECONDS = 2;

const followed = new WeakMap<Events, number>();

/**
 * What becomes of a code that this person's page shows, as it happens: how it is now, and how it is after the first
 * news of this person or some seconds, if that is another way. There it ends, and at once for a code that is over and
 * while the server stops. Whoever goes on asks anew, and shows anew who they are: so it outlives no sign-out.
 *
 * @throws ProductError `over-budget` where too many are told already; not from inside of the answers, where it would
 * have no status.
 */
export function followDashboardCode(
  deps: Deps,
  sender: Sender,
  person: Person,
  input: { id: string },
  gone: AbortSignal,
): AsyncGenerator<DashboardCodeView, void> {
  if ((followed.get(deps.events) ?? 0) >= MAX_FOLLOWED) {
    throw new ProductError("over-budget", "Too many pages are told already. Ask again instead.", {
      retryAfterSeconds: ASK_AGAIN_SECONDS,
    });
  }
  return follow(deps, gone, person, () => watchDashboardCode(deps, sender, person, input));
}

async function* follow(
  deps: Deps,
  gone: AbortSignal,
  person: Person,
  look: () => Promise<DashboardCodeView>,
): AsyncGenerator<DashboardCodeView, void> {
  const { events, waiting } = deps;
  followed.set(events, (followed.get(events) ?? 0) + 1);
  // Before the first look, so that nothing falls between the two.
  const news = listenFor(events, (it) => it.kind === "person" && it.personId === person.id);
  try {
    const first = await look();
    yield first;
    const signal = AbortSignal.any([gone, waiting.draining]);
    if (!(await mayHaveChanged(first, news, deps, signal))) return;
    const second = await look();
    if (second.kind !== first.kind) yield second;
  } finally {
    news.close();
    followed.set(events, (followed.get(events) ?? 1) - 1);
  }
}

/** Waits until there may be something new; false when there can be nothing, or nobody to tell. */
async function mayHaveChanged(
  view: DashboardCodeView,
  news: News,
  deps: Deps,
  signal: AbortSignal,
): Promise<boolean> {
  const lookAgainMs = (LOOK_AGAIN_MS as Partial<Record<DashboardCodeView["kind"], number>>)[view.kind];
  if (lookAgainMs === undefined) return false;
  // Nobody tells that a code has run out which nobody typed.
  const leftMs =
    view.kind === "live" ? Math.max(0, view.expiresAt.getTime() - deps.now().getTime()) : Infinity;
  await news.next(Math.min(deps.events.isLive() ? lookAgainMs : UNHEARD_MS, leftMs), signal);
  return !signal.aborted;
}
