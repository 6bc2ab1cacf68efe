"use client";

import type { ActivityKind } from "@alprina/api";
import { useLocale, useTranslations } from "#translations";
import { useHydrated } from "@/components/time/use-hydrated";
import { useNow } from "@/components/time/use-now";
import { Card } from "@/components/ui/card";
import { relativeTime, timeOfDay } from "@/lib/dates";
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
  withPerson?: boolean;
  renderedAt: number;
}

/** The newest first, by the reader's days; older ones on demand. */
export function EventList({ first, filter, withPerson = false, renderedAt }: EventListProps) {
  const t = useTranslations("activity");
  const language = useLocale();
  const justNow = useTranslations("site")("time.justNow");
  const now = useNow(60_000, renderedAt);
  const zone = useHydrated() ? undefined : "UTC";
  const pages = usePages(first, (cursor) => trpc.admin.activity.list.query({ ...filter, cursor }));
  const days = { language, today: t("today"), yesterday: t("yesterday") };
  const DayHeading = withPerson ? "h2" : "h3";
  return (
    <div>
      {groupByDay(pages.items, now, days, zone).map(({ day, title, isToday, items }) => (
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
                  when={
                    isToday
                      ? relativeTime(item.at, now, { language, justNow })
                      : timeOfDay(item.at, language, zone)
                  }
                  zone={zone}
                  withPerson={withPerson}
                />
              ))}
            </ul>
          </Card>
        </section>
      ))}
      <LoadMore pages={pages} shown={t("shown", { count: pages.items.length })} />
    </div>
  );
}
