import { activityGroups, isActivityGroup } from "@alprina/api";
import {
  activityRanges,
  type ActivityAddress,
  type ActivityFilter,
  type ActivityRange,
} from "@/lib/activity-address";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The filters in a URL. What is none of ours is left out, as if it were not there. */
export function readActivityAddress(parameter: (name: string) => string | null | undefined): ActivityAddress {
  const [kind, device, since] = [parameter("kind"), parameter("device"), parameter("since")];
  return {
    kind: kind && isActivityGroup(kind) ? kind : undefined,
    device: device && UUID.test(device) ? device.toLowerCase() : undefined,
    since: since && isRange(since) ? since : undefined,
  };
}

/** The same as a question to the product. `now` in ms. */
export function toActivityFilter({ kind, device, since }: ActivityAddress, now: number): ActivityFilter {
  return {
    kinds: kind && isActivityGroup(kind) ? [...activityGroups[kind].kinds] : undefined,
    deviceId: device,
    from: since && new Date(now - activityRanges[since].ms),
  };
}

function isRange(word: string): word is ActivityRange {
  return Object.hasOwn(activityRanges, word);
}
