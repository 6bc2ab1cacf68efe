import type { InstanceHealth } from "@alprina/api";
import type { Gauges } from "./measures";

/** What metrics say of this instance, for the page of operators: the same gauges, read when somebody looks. */
export function healthOf(gauges: Gauges): () => InstanceHealth {
  const startedAt = new Date();
  return () => ({
    waitingHere: gauges.waiting(),
    connections: gauges.pool(),
    isEventLinkLive: gauges.isEventLinkLive(),
    eventLagMs: gauges.eventLagMs(),
    isRedisThere: gauges.isRedisThere(),
    startedAt,
  });
}
