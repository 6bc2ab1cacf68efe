import type { ActivityKind } from "@alprina/api";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { adminActivityHref } from "@/lib/admin-address";
import { cn } from "@/lib/cn";

/** What an operator wants to see at once, with the group under which the events are found. */
const counted: { kind: ActivityKind; name: string; group: string; isTrouble?: true }[] = [
  { kind: "device-added", name: "Devices signed in", group: "devices" },
  { kind: "device-revoked", name: "Devices revoked", group: "devices" },
  { kind: "signed-in", name: "Browsers signed in", group: "sign-ins" },
  { kind: "sign-in-failed", name: "Sign-ins that failed", group: "sign-ins", isTrouble: true },
  { kind: "login-denied", name: "Terminals denied", group: "refusals", isTrouble: true },
  { kind: "login-disowned", name: "Terminals that were not theirs", group: "refusals", isTrouble: true },
  { kind: "dead-code-tried", name: "Codes that were over", group: "refusals", isTrouble: true },
  { kind: "over-budget", name: "Refused for too many attempts", group: "refusals", isTrouble: true },
];

/** A day in numbers; each leads to its events. */
export function WhatHappened({ events }: { events: Record<string, number> }) {
  return (
    <Card>
      <ul className="divide-y">
        {counted.map(({ kind, name, group, isTrouble }) => {
          const count = events[kind] ?? 0;
          return (
            <li key={name} className="flex items-baseline justify-between gap-4 px-4 py-2.5 sm:px-5">
              <Link
                href={adminActivityHref({ kind: group, since: "24h" })}
                prefetch={false}
                className="link text-[15px]/6"
              >
                {name}
              </Link>
              <span
                className={cn(
                  "text-[15px]/6 tabular-nums",
                  count === 0 ? "text-muted-foreground" : "font-semibold",
                  isTrouble && count > 0 && "text-warn",
                )}
              >
                {count.toLocaleString("en")}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
