import Link from "next/link";
import { Card } from "@/components/ui/card";
import { adminActivityHref } from "@/lib/admin-address";
import { cn } from "@/lib/cn";

/** What an operator wants to see at once, with the group under which the events are found. */
const counted: { kinds: string[]; name: string; group: string; isTrouble?: true }[] = [
  { kinds: ["device-added"], name: "Devices signed in", group: "devices" },
  { kinds: ["device-revoked"], name: "Devices revoked", group: "devices" },
  { kinds: ["signed-in"], name: "Browsers signed in", group: "sign-ins" },
  { kinds: ["sign-in-failed"], name: "Sign-ins that failed", group: "sign-ins", isTrouble: true },
  { kinds: ["login-denied"], name: "Terminals denied", group: "refusals", isTrouble: true },
  { kinds: ["login-disowned"], name: "Terminals that were not theirs", group: "refusals", isTrouble: true },
  { kinds: ["dead-code-tried"], name: "Codes that were over", group: "refusals", isTrouble: true },
  { kinds: ["over-budget"], name: "Refused for too many attempts", group: "refusals", isTrouble: true },
];

/** A day in numbers; each leads to its events. */
export function WhatHappened({ events }: { events: Record<string, number> }) {
  return (
    <Card>
      <ul className="divide-y">
        {counted.map(({ kinds, name, group, isTrouble }) => {
          const count = kinds.reduce((sum, kind) => sum + (events[kind] ?? 0), 0);
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
