import { activityGroups, type ActivityGroup } from "@alprina/api";
import type { Metadata } from "next";
import { AdminHeading } from "@/components/admin/admin-heading";
import { EventList } from "@/components/admin/event-list";
import { ListSearch } from "@/components/admin/list-search";
import { NothingFound } from "@/components/admin/nothing-found";
import { translations } from "@/i18n/request";
import { activityRangeNames } from "@/lib/activity-address";
import { adminActivityHref } from "@/lib/admin-address";
import { requestTime } from "@/lib/request-time";
import { toActivityFilter, readActivityAddress } from "@/server/activity-query";
import { requireOperator } from "@/server/current-person";
import { listEvents, soughtBy } from "@/server/operated-activity";
import { operatorTitle } from "@/server/operator-title";
import { parameter } from "@/server/search-parameters";
import { serverCaller } from "@/trpc/server";

export const generateMetadata = (): Promise<Metadata> => operatorTitle("activity");

export default async function AllActivityPage({ searchParams }: PageProps<"/admin/activity">) {
  await requireOperator();
  const asked = await searchParams;
  const q = parameter(asked, "q");
  const { kind, since } = readActivityAddress((name) => parameter(asked, name));
  const renderedAt = await requestTime();
  const { kinds, from } = toActivityFilter({ kind, since }, renderedAt);
  const filter = { ...soughtBy(q), kinds, from };
  const page = await listEvents(await serverCaller(), filter);
  const t = await translations("admin");
  const words = await translations("activity");
  const href = adminActivityHref({ q, kind, since });
  const isFiltered = href !== "/admin/activity";
  return (
    <main>
      <AdminHeading title={t("tabs.activity")}>{t("activity.lead")}</AdminHeading>
      <ListSearch
        action="/admin/activity"
        label={t("activity.find")}
        placeholder={t("activity.placeholder")}
        words={q ?? ""}
        choices={[
          {
            name: "kind",
            label: words("kindsLabel"),
            value: kind ?? "",
            options: [
              { value: "", title: t("activity.everything") },
              ...(Object.keys(activityGroups) as ActivityGroup[]).map((value) => ({
                value,
                title: words(`groups.${value}`),
              })),
            ],
          },
          {
            name: "since",
            label: words("filter.time"),
            value: since ?? "",
            options: [
              { value: "", title: words("filter.anyTime") },
              ...activityRangeNames.map((value) => ({ value, title: words(`filter.${value}`) })),
            ],
          },
        ]}
        isFiltered={isFiltered}
      />
      {page.items.length === 0 ? (
        <NothingFound title={t("activity.none")} all="/admin/activity" isFiltered={isFiltered} />
      ) : (
        <EventList
          key={`${href} ${page.items[0]?.id}`}
          first={page}
          filter={filter}
          withPerson
          renderedAt={renderedAt}
        />
      )}
    </main>
  );
}
