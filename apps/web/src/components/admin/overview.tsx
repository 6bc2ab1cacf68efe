"use client";

import { useQuery } from "@tanstack/react-query";
import { Ago } from "@/components/time/ago";
import { useNow } from "@/components/time/use-now";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
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
      <p className="mt-1 text-[15px]/6 text-muted-foreground sm:text-base/6">
        What is going on here, counted <Ago date={figures.countedAt} rendered={now} stepMs={1_000} />.
      </p>
      {looking.error && (
        <Callout tone="warn" role="alert" className="mt-4">
          {problemText(looking.error)} These figures may be old.
        </Callout>
      )}
      <Card className="mt-6 overflow-hidden">
        <dl aria-label="Figures" className="grid grid-cols-2 gap-px bg-border lg:grid-cols-4">
          <Figure name="Logins that wait" value={figures.waitingLogins} says="for somebody to answer them" />
          <Figure
            name="Devices signed in"
            value={figures.devices}
            says={`${figures.usedDevices.toLocaleString("en")} used within a day`}
            href="/admin/devices?which=active"
          />
          <Figure
            name="People"
            value={figures.people}
            says={[
              figures.operators === 1 ? "1 operator" : `${figures.operators} operators`,
              ...(figures.lockedPeople > 0 ? [`${figures.lockedPeople.toLocaleString("en")} locked`] : []),
            ].join(", ")}
            href="/admin/people"
          />
          <Figure name="Browsers signed in" value={figures.browsers} says="of all people" />
        </dl>
      </Card>
      <div className="mt-8 grid gap-x-8 gap-y-8 lg:grid-cols-2">
        <section aria-labelledby="happened">
          <h2 id="happened" className="mb-3 text-lg/6 font-semibold tracking-tight">
            In the last 24 hours
          </h2>
          <WhatHappened events={figures.events} />
        </section>
        {health && (
          <section aria-labelledby="instance">
            <h2 id="instance" className="mb-3 text-lg/6 font-semibold tracking-tight">
              This instance
            </h2>
            <InstanceFacts health={health} now={now} />
          </section>
        )}
      </div>
    </>
  );
}
