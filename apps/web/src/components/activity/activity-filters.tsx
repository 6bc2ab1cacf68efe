"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Spinner } from "@/components/ui/spinner";
import { ACTIVITY_PATH, activityHref, activityRanges, isFiltered } from "@/lib/activity-address";
import type { ActivityAddress, ActivityRange } from "@/lib/activity-address";
import { cn } from "@/lib/cn";
import { FilterSelect } from "@/components/site/filter-select";

interface ActivityFiltersProps {
  address: ActivityAddress;
  groups: { name: string; title: string }[];
  devices: { id: string; name: string; createdAt: Date }[];
}

/** What to show. All of it stands in the URL: a list can be kept, sent and gone back to. */
export function ActivityFilters({ address, groups, devices }: ActivityFiltersProps) {
  const router = useRouter();
  const [going, startGoing] = useTransition();
  const go = (next: ActivityAddress) => startGoing(() => router.push(activityHref(next), { scroll: false }));
  // A device that is not in this account any more can stand in an old link.
  const isForeign = address.device && !devices.some(({ id }) => id === address.device);
  return (
    <div className="mt-6 flex flex-wrap items-center gap-x-3 gap-y-3">
      <nav aria-label="Kinds of events" className="flex flex-wrap gap-1.5">
        {[{ name: undefined, title: "All" }, ...groups].map(({ name, title }) => (
          <Link
            key={title}
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
            {title}
          </Link>
        ))}
      </nav>
      <div className="flex min-w-0 grow flex-wrap items-center gap-2 lg:justify-end">
        {going && <Spinner className="text-muted-foreground" />}
        {(devices.length > 0 || isForeign) && (
          <FilterSelect
            label="Device"
            value={address.device ?? ""}
            onChoose={(device) => go({ ...address, device: device || undefined })}
            options={[
              { value: "", title: "Every device" },
              ...(isForeign ? [{ value: address.device ?? "", title: "A device that is gone" }] : []),
              ...devices.map(({ id, name }) => ({ value: id, title: name })),
            ]}
          />
        )}
        <FilterSelect
          label="Time"
          value={address.since ?? ""}
          onChoose={(since) => go({ ...address, since: (since as ActivityRange) || undefined })}
          options={[
            { value: "", title: "Any time" },
            ...Object.entries(activityRanges).map(([value, { title }]) => ({ value, title })),
          ]}
        />
        {isFiltered(address) && (
          <Link href={ACTIVITY_PATH} scroll={false} prefetch={false} className="link px-1 text-sm">
            Clear
          </Link>
        )}
      </div>
    </div>
  );
}
