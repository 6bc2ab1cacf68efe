import type { ActivityRange } from "./activity-address";

/** What the activity of everybody is asked to show, as it stands in its address. */
export interface AdminActivityAddress {
  /** An e-mail address or an IP address. */
  q?: string;
  /** A group of kinds. */
  kind?: string;
  since?: ActivityRange;
}

export function adminActivityHref({ q, kind, since }: AdminActivityAddress): string {
  const given = Object.entries({ q, kind, since }).filter((pair): pair is [string, string] =>
    Boolean(pair[1]),
  );
  const path = "/admin/activity";
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}
