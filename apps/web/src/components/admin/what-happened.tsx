import type { ActivityKind } from "@alprina/api";
import Link from "next/link";
import { useLocale, useTranslations } from "#translations";
import { Card } from "@/components/ui/card";
import { adminActivityHref } from "@/lib/admin-address";
import { cn } from "@/lib/cn";
import { formatsOf } from "@/lib/language";

/** What an operator wants to see at once, with the group under which the events are found. */
const counted = [
  { kind: "device-added", group: "devices" },
  { kind: "device-revoked", group: "devices" },
  { kind: "signed-in", group: "sign-ins" },
  { kind: "sign-in-failed", group: "sign-ins", isTrouble: true },
  { kind: "login-denied", group: "refusals", isTrouble: true },
  { kind: "login-disowned", group: "refusals", isTrouble: true },
  { kind: "dead-code-tried", group: "refusals", isTrouble: true },
  { kind: "over-budget", group: "refusals", isTrouble: true },
] as const satisfies { kind: ActivityKind; group: string; isTrouble?: true }[];

/** A day in numbers; each leads to its events. */
export function WhatHappened({ events }: { events: Record<string, number> }) {
  const t = useTranslations("admin.happened");
  const formats = formatsOf(useLocale());
  return (
    <Card>
      <ul className="divide-y">
        {counted.map(({ kind, group, ...more }) => {
          const isTrouble = "isTrouble" in more;
          const count = events[kind] ?? 0;
          return (
            <li key={kind} className="flex items-baseline justify-between gap-4 px-4 py-2.5 sm:px-5">
              <Link
                href={adminActivityHref({ kind: group, since: "24h" })}
                prefetch={false}
                className="link text-body"
              >
                {t(kind)}
              </Link>
              <span
                className={cn(
                  "text-body tabular-nums",
                  count === 0 ? "text-muted-foreground" : "font-semibold",
                  isTrouble && count > 0 && "text-warn",
                )}
              >
                {count.toLocaleString(formats)}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
