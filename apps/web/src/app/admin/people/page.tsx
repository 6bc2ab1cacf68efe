import type { Metadata } from "next";
import { AdminHeading } from "@/components/admin/admin-heading";
import { ListSearch } from "@/components/admin/list-search";
import { NothingFound } from "@/components/admin/nothing-found";
import { PeopleList } from "@/components/admin/people-list";
import { requireOperator } from "@/server/current-person";
import { operatorTitle } from "@/server/operator-title";
import { chosen, parameter } from "@/server/search-parameters";
import { serverCaller } from "@/trpc/server";

export const generateMetadata = (): Promise<Metadata> => operatorTitle("People");

export default async function PeoplePage({ searchParams }: PageProps<"/admin/people">) {
  await requireOperator();
  const asked = await searchParams;
  const filter = { words: parameter(asked, "q"), which: chosen(asked, "which", ["locked", "operators"]) };
  const api = await serverCaller();
  const page = await api.admin.people.list(filter);
  const isFiltered = Boolean(filter.words ?? filter.which);
  return (
    <main>
      <AdminHeading title="People">Everybody with an account here, the latest first.</AdminHeading>
      <ListSearch
        action="/admin/people"
        label="Find somebody"
        placeholder="Name or e-mail"
        words={filter.words ?? ""}
        choices={[
          {
            name: "which",
            label: "Who",
            value: filter.which ?? "",
            options: [
              { value: "", title: "Everybody" },
              { value: "locked", title: "Locked" },
              { value: "operators", title: "Operators" },
            ],
          },
        ]}
        isFiltered={isFiltered}
      />
      {page.items.length === 0 ? (
        <NothingFound title="Nobody like that" all="/admin/people" isFiltered={isFiltered} />
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
