import type { Metadata } from "next";
import { AdminHeading } from "@/components/admin/admin-heading";
import { ListSearch } from "@/components/admin/list-search";
import { NothingFound } from "@/components/admin/nothing-found";
import { PeopleList } from "@/components/admin/people-list";
import { translations } from "@/i18n/request";
import { requireOperator } from "@/server/current-person";
import { operatorTitle } from "@/server/operator-title";
import { chosen, parameter } from "@/server/search-parameters";
import { serverCaller } from "@/trpc/server";

export const generateMetadata = (): Promise<Metadata> => operatorTitle("people");

export default async function PeoplePage({ searchParams }: PageProps<"/admin/people">) {
  await requireOperator();
  const asked = await searchParams;
  const filter = { words: parameter(asked, "q"), which: chosen(asked, "which", ["locked", "operators"]) };
  const t = await translations("admin");
  const api = await serverCaller();
  const page = await api.admin.people.list(filter);
  const isFiltered = Boolean(filter.words ?? filter.which);
  return (
    <main>
      <AdminHeading title={t("tabs.people")}>{t("people.lead")}</AdminHeading>
      <ListSearch
        action="/admin/people"
        label={t("people.find")}
        placeholder={t("people.placeholder")}
        words={filter.words ?? ""}
        choices={[
          {
            name: "which",
            label: t("people.which"),
            value: filter.which ?? "",
            options: [
              { value: "", title: t("people.all") },
              { value: "locked", title: t("people.locked") },
              { value: "operators", title: t("people.operators") },
            ],
          },
        ]}
        isFiltered={isFiltered}
      />
      {page.items.length === 0 ? (
        <NothingFound title={t("people.none")} all="/admin/people" isFiltered={isFiltered} />
      ) : (
        <PeopleList
          key={`${filter.words} ${filter.which} ${page.items[0]?.id}`}
          first={page}
          filter={filter}
        />
      )}
    </main>
  );
}
