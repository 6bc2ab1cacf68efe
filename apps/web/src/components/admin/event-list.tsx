"use client";

import type { ActivityKind } from "@alprina/api";
import { useHydrated } from "@/components/time/use-hydrated";
import { useNow } from "@/components/time/use-now";
import { Card } from "@/components/ui/card";
import { ENGLISH, relativeTime, timeOfDay } from "@/lib/dates";
import { groupByDay } from "@/lib/group-by-day";
import { trpc, type EventsPage } from "@/trpc/client";
import { EventRow } from "./event-row";
import { LoadMore } from "./load-more";
import { usePages } from "./use-pages";

export interface EventsFilter {
  person?: string | { id: string };
  kinds?: ActivityKind[];
  ipAddress?: string;
  from?: Date;
}

interface EventListProps {
  first: EventsPage;
  filter: EventsFilter;
  /** What each kind is called. */
  words: Record<string, string>;
  withPerson?: boolean;
  renderedAt: number;
}

const DAYS = { language: ENGLISH.language, today: "Today", yesterday: "Yesterday" };

/** The newest first, by the reader's days; older ones on demand. */
export function EventList({ first, filter, words, withPerson = false, renderedAt }: EventListProps) {
  const now = useNow(60_000, renderedAt);
  const zone = useHydrated() ? undefined : "UTC";
  const pages = usePages(first, (cursor) => trpc.admin.activity.list.query({ ...filter, cursor }));
  const DayHeading = withPerson ? "h2" : "h3";
  return (
    <div>
      {groupByDay(pages.items, now, DAYS, zone).map(({ day, title, isToday, items }) => (
        <section key={day} aria-labelledby={`day-${day}`} className="mt-6 first:mt-4">
          <DayHeading id={`day-${day}`} className="text-sm font-semibold text-muted-foreground">
            {title}
          </DayHeading>
          <Card className="mt-2">
            <ul className="divide-y">
              {items.map((item) => (
                <EventRow
                  key={item.id}
                  item={item}
                  words={words}
                  when={
                    isToday ? relativeTime(item.at, now, ENGLISH) : timeOfDay(item.at, ENGLISH.language, zone)
                  }
                  zone={zone}
                  withPerson={withPerson}
                />
              ))}
            </ul>
          </Card>
        </section>
      ))}
      <LoadMore pages={pages} what="events" />
    </div>
  );
}
