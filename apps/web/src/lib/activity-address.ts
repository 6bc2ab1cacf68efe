import type { ActivityKind } from "@alprina/api";
import { DAY } from "./dates";

export const ACTIVITY_PATH = "/settings/activity";

/** How far back, by the word in the URL. */
export const activityRanges = {
  "24h": { ms: DAY },
  "7d": { ms: 7 * DAY },
  "30d": { ms: 30 * DAY },
  "90d": { ms: 90 * DAY },
} as const;

export type ActivityRange = keyof typeof activityRanges;

export const activityRangeNames = Object.keys(activityRanges) as ActivityRange[];

/** What the page is asked to show, as it stands in its URL: the whole state of the filters. */
export interface ActivityAddress {
  /** A group of kinds. */
  kind?: string;
  /** The id of a device. */
  device?: string;
  since?: ActivityRange;
}

/** The same as a question to the product. */
export interface ActivityFilter {
  kinds?: ActivityKind[];
  deviceId?: string;
  from?: Date;
}

/** The page, or what is below it, with these filters. */
export function activityHref({ kind, device, since }: ActivityAddress, path = ACTIVITY_PATH): string {
  const given = Object.entries({ kind, device, since }).filter((pair): pair is [string, string] =>
    Boolean(pair[1]),
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

export const isFiltered = (address: ActivityAddress): boolean => activityHref(address) !== ACTIVITY_PATH;
