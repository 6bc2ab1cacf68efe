"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "#translations";
import { Ago } from "@/components/time/ago";
import { useNow } from "@/components/time/use-now";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { listed } from "@/lib/listed";
import { trpc, type Figures, type InstanceHealth } from "@/trpc/client";
import { useProblemText } from "@/components/site/use-problem-words";
import { Figure } from "./figure";
import { InstanceFacts } from "./instance-facts";
import { WhatHappened } from "./what-happened";

interface OverviewProps {
  figures: Figures;
  health: InstanceHealth | null;
  renderedAt: number;
}

const LOOK_AGAIN_MS = 5_000;

/** What there is, what happened within a day, and how this instance is; looked at again while somebody looks. */
export function Overview({ renderedAt, ...first }: OverviewProps) {
  const t = useTranslations("admin.overview");
  const language = useLocale();
  const problemText = useProblemText();
  const now = useNow(1_000, renderedAt);
  const looking = useQuery({
    queryKey: ["admin", "overview"],
    queryFn: async () => {
      const [figures, health] = await Promise.all([trpc.admin.figures.query(), trpc.admin.instance.query()]);
      return { figures, health };
    },
    initialData: first,
    refetchInterval: LOOK_AGAIN_MS,
  });
  const { figures, health } = looking.data;
  return (
    <>
      <p className="mt-1 text-body text-muted-foreground sm:text-base/6">
        {t.rich("lead", { time: () => <Ago date={figures.countedAt} rendered={now} stepMs={1_000} /> })}
      </p>
      {looking.error && (
        <Callout tone="warn" role="alert" className="mt-4">
          {problemText(looking.error)} {t("old")}
        </Callout>
      )}
      <Card className="mt-6 overflow-hidden">
        <dl aria-label={t("figures")} className="grid grid-cols-2 gap-px bg-border lg:grid-cols-4">
          <Figure name={t("waiting")} value={figures.waitingLogins} says={t("waitingSays")} />
          <Figure
            name={t("devices")}
            value={figures.devices}
            says={t("usedDevices", { count: figures.usedDevices })}
            href="/admin/devices?which=active"
          />
          <Figure
            name={t("people")}
            value={figures.people}
            says={listed(
              [
                t("operators", { count: figures.operators }),
                ...(figures.lockedPeople > 0 ? [t("locked", { count: figures.lockedPeople })] : []),
              ],
              language,
            )}
            href="/admin/people"
          />
          <Figure name={t("browsers")} value={figures.browsers} says={t("browsersSay")} />
        </dl>
      </Card>
      <div className="mt-8 grid gap-x-8 gap-y-8 lg:grid-cols-2">
        <section aria-labelledby="happened">
          <h2 id="happened" className="mb-3 text-lg/6 font-semibold tracking-tight">
            {t("happened")}
          </h2>
          <WhatHappened events={figures.events} />
        </section>
        {health && (
          <section aria-labelledby="instance">
            <h2 id="instance" className="mb-3 text-lg/6 font-semibold tracking-tight">
              {t("instance")}
            </h2>
            <InstanceFacts health={health} now={now} />
          </section>
        )}
      </div>
    </>
  );
}
