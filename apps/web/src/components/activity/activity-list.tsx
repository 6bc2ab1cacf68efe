"use client";

import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useLocale, useTranslations } from "#translations";
import { useProblemText } from "@/components/site/use-problem-words";
import { useHydrated } from "@/components/time/use-hydrated";
import { useNow } from "@/components/time/use-now";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import type { ActivityFilter } from "@/lib/activity-address";
import { relativeTime, timeOfDay } from "@/lib/dates";
import { groupByDay } from "@/lib/group-by-day";
import { trpc, type ActivityPage } from "@/trpc/client";
import { ActivityRow } from "./activity-row";

interface ActivityListProps {
  first: ActivityPage;
  filter: ActivityFilter;
  /** When the server made this page. */
  renderedAt: number;
}

/** The newest first, by the reader's days; older ones on demand. */
export function ActivityList({ first, filter, renderedAt }: ActivityListProps) {
  const t = useTranslations("activity");
  const language = useLocale();
  const justNow = useTranslations("site")("time.justNow");
  const problemText = useProblemText();
  const [{ items, next }, setShown] = useState(first);
  const now = useNow(60_000, renderedAt);
  const zone = useHydrated() ? undefined : "UTC";
  const list = useRef<HTMLDivElement>(null);
  const [arrived, setArrived] = useState<string>();
  const more = useMutation({
    mutationFn: (cursor: string) => trpc.activity.list.query({ ...filter, cursor }),
    onSuccess: (page) => {
      setShown((shown) => ({ items: [...shown.items, ...page.items], next: page.next }));
      setArrived(page.items[0]?.id);
    },
  });

  // The keyboard goes on with what has come, not behind it.
  useEffect(() => {
    if (arrived) list.current?.querySelector<HTMLElement>(`[data-event="${arrived}"]`)?.focus();
  }, [arrived]);

  return (
    <div ref={list}>
      {groupByDay(items, now, { language, today: t("today"), yesterday: t("yesterday") }, zone).map(
        ({ day, title, isToday, items: ofDay }) => (
          <section key={day} aria-labelledby={`day-${day}`} className="mt-6">
            <h2 id={`day-${day}`} className="text-sm font-semibold text-muted-foreground">
              {title}
            </h2>
            <Card className="mt-2">
              <ul className="divide-y">
                {ofDay.map((item) => (
                  <ActivityRow
                    key={item.id}
                    item={item}
                    when={
                      isToday
                        ? relativeTime(item.at, now, { language, justNow })
                        : timeOfDay(item.at, language, zone)
                    }
                    zone={zone}
                  />
                ))}
              </ul>
            </Card>
          </section>
        ),
      )}
      {more.error && (
        <Callout tone="danger" role="alert" className="mt-4">
          {problemText(more.error)}
        </Callout>
      )}
      {next && (
        <Button
          variant="outline"
          className="mt-5 max-sm:w-full"
          busy={more.isPending}
          onClick={() => more.mutate(next)}
        >
          {t("more")}
        </Button>
      )}
      <p role="status" className={next ? "sr-only" : "mt-4 text-sm text-muted-foreground"}>
        {next ? (arrived ? t("shown", { count: items.length }) : "") : t("end")}
      </p>
    </div>
  );
}
