import type { ReactNode } from "react";
import { useLocale, useTranslations } from "#translations";
import { Ago } from "@/components/time/ago";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { formatsOf } from "@/lib/language";
import type { InstanceHealth } from "@/trpc/client";

/** How the instance is that answered: what its metrics say, for whoever has no dashboard at hand. */
export function InstanceFacts({ health, now }: { health: InstanceHealth; now: number }) {
  const t = useTranslations("admin.instance");
  const formats = formatsOf(useLocale());
  const { waitingHere, connections, isEventLinkLive, eventLagMs, isRedisThere, startedAt } = health;
  return (
    <Card>
      <dl className="divide-y">
        {connections && (
          <Fact name={t("database")} state={connections.awaited > 0 ? t("busy") : undefined}>
            {t(connections.awaited > 0 ? "connectionsAwaited" : "connections", {
              used: connections.open - connections.idle,
              max: connections.max,
              awaited: connections.awaited,
            })}
          </Fact>
        )}
        <Fact name={t("news")} state={isEventLinkLive ? undefined : t("away")}>
          {!isEventLinkLive
            ? t("newsAway")
            : eventLagMs === undefined
              ? t("newsAtOnce")
              : t("newsWithin", { milliseconds: Math.max(1, Math.round(eventLagMs)) })}
        </Fact>
        {isRedisThere !== undefined && (
          <Fact name={t("redis")} state={isRedisThere ? undefined : t("away")}>
            {t(isRedisThere ? "redisAnswers" : "redisAway")}
          </Fact>
        )}
        <Fact name={t("waiting")}>{waitingHere.toLocaleString(formats)}</Fact>
        <Fact name={t("started")}>
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
      <dd className="text-body">{children}</dd>
    </div>
  );
}
