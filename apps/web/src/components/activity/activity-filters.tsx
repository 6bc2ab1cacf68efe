"use client";

import type { ActivityGroup } from "@alprina/api";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "#translations";
import { Spinner } from "@/components/ui/spinner";
import { ACTIVITY_PATH, activityHref, activityRangeNames, isFiltered } from "@/lib/activity-address";
import type { ActivityAddress, ActivityRange } from "@/lib/activity-address";
import { cn } from "@/lib/cn";
import { FilterSelect } from "@/components/site/filter-select";

interface ActivityFiltersProps {
  address: ActivityAddress;
  groups: ActivityGroup[];
  devices: { id: string; name: string; createdAt: Date }[];
}

/** What to show. All of it stands in the URL: a list can be kept, sent and gone back to. */
export function ActivityFilters({ address, groups, devices }: ActivityFiltersProps) {
  const t = useTranslations("activity");
  const router = useRouter();
  const [going, startGoing] = useTransition();
  const go = (next: ActivityAddress) => startGoing(() => router.push(activityHref(next), { scroll: false }));
  // A device that is not in this account any more can stand in an old link.
  const isForeign = address.device && !devices.some(({ id }) => id === address.device);
  return (
    <div className="mt-6 flex flex-wrap items-center gap-x-3 gap-y-3">
      <nav aria-label={t("kindsLabel")} className="flex flex-wrap gap-1.5">
        {[undefined, ...groups].map((name) => (
          <Link
            key={name ?? ""}
            href={activityHref({ ...address, kind: name })}
            scroll={false}
            prefetch={false}
            aria-current={address.kind === name ? "true" : undefined}
            className={cn(
              "inline-flex h-9 items-center rounded-md border px-3 text-sm font-medium transition-colors",
              address.kind === name
                ? "border-transparent bg-foreground text-background"
                : "border-border-strong bg-card hover:border-input hover:bg-muted",
            )}
          >
            {t(name ? `groups.${name}` : "all")}
          </Link>
        ))}
      </nav>
      <div className="flex min-w-0 grow flex-wrap items-center gap-2 lg:justify-end">
        {going && <Spinner className="text-muted-foreground" />}
        {(devices.length > 0 || isForeign) && (
          <FilterSelect
            label={t("filter.device")}
            value={address.device ?? ""}
            onChoose={(device) => go({ ...address, device: device || undefined })}
            options={[
              { value: "", title: t("filter.everyDevice") },
              ...(isForeign ? [{ value: address.device ?? "", title: t("filter.goneDevice") }] : []),
              ...devices.map(({ id, name }) => ({ value: id, title: name })),
            ]}
          />
        )}
        <FilterSelect
          label={t("filter.time")}
          value={address.since ?? ""}
          onChoose={(since) => go({ ...address, since: (since as ActivityRange) || undefined })}
          options={[
            { value: "", title: t("filter.anyTime") },
            ...activityRangeNames.map((value) => ({
              value,
              title: t(`filter.${value}`),
            })),
          ]}
        />
        {isFiltered(address) && (
          <Link href={ACTIVITY_PATH} scroll={false} prefetch={false} className="link px-1 text-sm">
            {t("filter.clear")}
          </Link>
        )}
      </div>
    </div>
  );
}
