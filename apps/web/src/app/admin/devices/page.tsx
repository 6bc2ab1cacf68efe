import type { Metadata } from "next";
import { AdminHeading } from "@/components/admin/admin-heading";
import { ListSearch } from "@/components/admin/list-search";
import { NothingFound } from "@/components/admin/nothing-found";
import { OwnedDevices } from "@/components/admin/owned-devices";
import { translations } from "@/i18n/request";
import { requestTime } from "@/lib/request-time";
import { requireOperator } from "@/server/current-person";
import { operatorTitle } from "@/server/operator-title";
import { chosen, parameter } from "@/server/search-parameters";
import { serverCaller } from "@/trpc/server";

export const generateMetadata = (): Promise<Metadata> => operatorTitle("devices");

export default async function AllDevicesPage({ searchParams }: PageProps<"/admin/devices">) {
  await requireOperator();
  const asked = await searchParams;
  const filter = { words: parameter(asked, "q"), which: chosen(asked, "which", ["active", "ended"]) };
  const t = await translations("admin");
  const api = await serverCaller();
  const page = await api.admin.devices.list(filter);
  const isFiltered = Boolean(filter.words ?? filter.which);
  return (
    <main>
      <AdminHeading title={t("tabs.devices")}>{t("devices.lead")}</AdminHeading>
      <ListSearch
        action="/admin/devices"
        label={t("devices.find")}
        placeholder={t("devices.placeholder")}
        words={filter.words ?? ""}
        choices={[
          {
            name: "which",
            label: t("devices.which"),
            value: filter.which ?? "",
            options: [
              { value: "", title: t("devices.all") },
              { value: "active", title: t("devices.active") },
              { value: "ended", title: t("devices.ended") },
            ],
          },
        ]}
        isFiltered={isFiltered}
      />
      {page.items.length === 0 ? (
        <NothingFound title={t("devices.none")} all="/admin/devices" isFiltered={isFiltered} />
      ) : (
        <OwnedDevices
          key={`${filter.words} ${filter.which} ${page.items[0]?.id}`}
          first={page}
          filter={filter}
          renderedAt={await requestTime()}
        />
      )}
    </main>
  );
}
