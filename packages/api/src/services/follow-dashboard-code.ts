import { listenFor } from "../events/news";
import type { Events } from "../events/hub";
import type { Person } from "../store/index";
import type { Deps, Sender } from "./deps";
import { watchDashboardCode, type DashboardCodeView } from "./watch-dashboard-code";

/** Pages that are followed here at a time; more ask again and again instead. Some 10 KB each. */
export const MAX_FOLLOWED = 5_000;
/** What nobody may tell of is looked at all the same. */
const LOOK_AGAIN_MS = { live: 10_000, claimed: 2_000, connecting: 500 };
const UNHEARD_MS = 2_000;

const followed = new WeakMap<Events, number>();

/**
 * What becomes of a code that this person's page shows, as it happens: how it is now, and how it is after the first
 * change. There it ends, also for one that is over already, while the server stops, and where too many are followed;
 * whoever goes on asks anew, and shows anew who they are.
 */
export async function* followDashboardCode(
  deps: Deps,
  sender: Sender,
  person: Person,
  input: { id: string },
  gone: AbortSignal,
): AsyncGenerator<DashboardCodeView, void> {
  const { events, waiting } = deps;
  const count = followed.get(events) ?? 0;
  const signal = AbortSignal.any([gone, waiting.draining]);
  const news = listenFor(events, (it) => it.kind === "person" && it.personId === person.id);
  followed.set(events, count + 1);
  try {
    const first = await watchDashboardCode(deps, sender, person, input);
    yield first;
    for (let view = first; count < MAX_FOLLOWED;) {
      const lookAgainMs = (LOOK_AGAIN_MS as Partial<Record<DashboardCodeView["kind"], number>>)[view.kind];
      // It is over.
      if (lookAgainMs === undefined) return;
      await news.next(Math.min(events.isLive() ? lookAgainMs : UNHEARD_MS, msLeft(view, deps.now())), signal);
      if (signal.aborted) return;
      view = await watchDashboardCode(deps, sender, person, input);
      if (view.kind === first.kind) continue;
      yield view;
      return;
    }
  } finally {
    news.close();
    followed.set(events, (followed.get(events) ?? 1) - 1);
  }
}

/** Until a code runs out that nobody types; nobody tells of that. */
function msLeft(view: DashboardCodeView, now: Date): number {
  return view.kind === "live" ? Math.max(0, view.expiresAt.getTime() - now.getTime()) : Infinity;
}
