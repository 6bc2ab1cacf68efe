import { activityGroups, type ActivityGroup } from "@alprina/api";
import type { Metadata } from "next";
import { ActivityFilters } from "@/components/activity/activity-filters";
import { ActivityHeading } from "@/components/activity/activity-heading";
import { ActivityList } from "@/components/activity/activity-list";
import { EmptyActivity } from "@/components/activity/empty-activity";
import { NotYou } from "@/components/activity/not-you";
import { PlacesCredit } from "@/components/site/places-credit";
import { publicConfig } from "@/env";
import { activityHref, isFiltered } from "@/lib/activity-address";
import { translations } from "@/i18n/request";
import { Translated } from "@/i18n/translated";
import { requestTime } from "@/lib/request-time";
import { readActivityAddress, toActivityFilter } from "@/server/activity-query";
import { requirePerson } from "@/server/current-person";
import { serverCaller } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations("activity"))("tab") };
}

interface ActivityPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ActivityPage({ searchParams }: ActivityPageProps) {
  const parameters = await searchParams;
  const address = readActivityAddress((name) => [parameters[name]].flat()[0]);
  const href = activityHref(address);
  await requirePerson(href);
  const api = await serverCaller();
  const renderedAt = await requestTime();
  const filter = toActivityFilter(address, renderedAt);
  const [page, devices] = await Promise.all([api.activity.list(filter), api.devices.list()]);
  const { activityDays, cliName } = publicConfig();
  return (
    <Translated areas={["activity"]}>
      <main>
        <ActivityHeading address={address} />
        <ActivityFilters
          address={address}
          groups={Object.keys(activityGroups) as ActivityGroup[]}
          devices={devices.map(({ id, name, createdAt }) => ({ id, name, createdAt }))}
        />
        {page.items.length === 0 ? (
          <EmptyActivity filtered={isFiltered(address)} cliName={cliName} />
        ) : (
          // Other filters are another list, from its top; so is one to which something was added.
          <ActivityList
            key={`${href} ${page.items[0]?.id}`}
            first={page}
            filter={filter}
            renderedAt={renderedAt}
          />
        )}
        <NotYou activityDays={activityDays} />
        {page.items.some(({ place, network }) => place ?? network) && (
          <p className="mt-2 text-sm/6 text-muted-foreground">
            <PlacesCredit />
          </p>
        )}
      </main>
    </Translated>
  );
}
