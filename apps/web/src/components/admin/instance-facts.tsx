import type { ReactNode } from "react";
import { Ago } from "@/components/time/ago";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { InstanceHealth } from "@/trpc/client";

/** How the instance is that answered: what its metrics say, for whoever has no dashboard at hand. */
export function InstanceFacts({ health, now }: { health: InstanceHealth; now: number }) {
  const { waitingHere, connections, isEventLinkLive, eventLagMs, isRedisThere, startedAt } = health;
  return (
    <Card>
      <dl className="divide-y">
        {connections && (
          <Fact name="Database" state={connections.awaited > 0 ? "Busy" : undefined}>
            {connections.open - connections.idle} of {connections.max} connections in use
            {connections.awaited > 0 && `, ${connections.awaited} callers wait for one`}
          </Fact>
        )}
        <Fact name="News from other instances" state={isEventLinkLive ? undefined : "Away"}>
          {isEventLinkLive
            ? eventLagMs === undefined
              ? "Come at once"
              : `Come within ${Math.max(1, Math.round(eventLagMs))} ms`
            : "Nothing in memory is believed until they come again"}
        </Fact>
        {isRedisThere !== undefined && (
          <Fact name="Redis" state={isRedisThere ? undefined : "Away"}>
            {isRedisThere ? "Answers" : "Attempts are counted in the database meanwhile"}
          </Fact>
        )}
        <Fact name="Command lines waiting here">{waitingHere.toLocaleString("en")}</Fact>
        <Fact name="Started">
          <Ago date={startedAt} rendered={now} />
        </Fact>
      </dl>
    </Card>
  );
}

/** `state` is said where something is not as it should be. */
function Fact({ name, state, children }: { name: string; state?: string; children: ReactNode }) {
  return (
    <div className="px-4 py-2.5 sm:px-5">
      <dt className="text-sm/6 text-muted-foreground">
        {name} {state && <Badge tone="warn">{state}</Badge>}
      </dt>
      <dd className="text-[15px]/6">{children}</dd>
    </div>
  );
}
