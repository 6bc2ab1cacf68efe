import { activityGroups, activityKinds } from "@alprina/api";
import type { Metadata } from "next";
import english from "../../../../messages/en";
import { AdminHeading } from "@/components/admin/admin-heading";
import { EventList } from "@/components/admin/event-list";
import { ListSearch } from "@/components/admin/list-search";
import { NothingFound } from "@/components/admin/nothing-found";
import { activityRangeNames } from "@/lib/activity-address";
import { adminActivityHref } from "@/lib/admin-address";
import { requestTime } from "@/lib/request-time";
import { toActivityFilter, readActivityAddress } from "@/server/activity-query";
import { requireOperator } from "@/server/current-person";
import { listEvents, soughtBy } from "@/server/operated-activity";
import { operatorTitle } from "@/server/operator-title";
import { parameter } from "@/server/search-parameters";
import { serverCaller } from "@/trpc/server";

export const generateMetadata = (): Promise<Metadata> => operatorTitle("All activity");

export default async function AllActivityPage({ searchParams }: PageProps<"/admin/activity">) {
  await requireOperator();
  const asked = await searchParams;
  const q = parameter(asked, "q");
  const { kind, since } = readActivityAddress((name) => parameter(asked, name));
  const renderedAt = await requestTime();
  const { kinds, from } = toActivityFilter({ kind, since }, renderedAt);
  const filter = { ...soughtBy(q), kinds, from };
  const page = await listEvents(await serverCaller(), filter);
  const href = adminActivityHref({ q, kind, since });
  const isFiltered = href !== "/admin/activity";
  return (
    <main>
      <AdminHeading title="Activity">What happened, to whom, and from where.</AdminHeading>
      <ListSearch
        action="/admin/activity"
        label="Find events"
        placeholder="E-mail of a person, or an IP address"
        words={q ?? ""}
        choices={[
          {
            name: "kind",
            label: "Kinds of events",
            value: kind ?? "",
            options: [
              { value: "", title: "Everything" },
              ...Object.entries(activityGroups).map(([value, { title }]) => ({ value, title })),
            ],
          },
          {
            name: "since",
            label: "Time",
            value: since ?? "",
            options: [
              { value: "", title: "Any time" },
              ...activityRangeNames.map((value) => ({ value, title: english.activity.filter[value] })),
            ],
          },
        ]}
        isFiltered={isFiltered}
      />
      {page.items.length === 0 ? (
        <NothingFound
          title="Nothing like this was written down"
          all="/admin/activity"
          isFiltered={isFiltered}
        />
      ) : (
        <EventList
          key={`${href} ${page.items[0]?.id}`}
          first={page}
          filter={filter}
          words={activityKinds}
          withPerson
          renderedAt={renderedAt}
        />
      )}
    </main>
  );
}
