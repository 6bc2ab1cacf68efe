import type { Metadata } from "next";
import { AdminHeading } from "@/components/admin/admin-heading";
import { ListSearch } from "@/components/admin/list-search";
import { NothingFound } from "@/components/admin/nothing-found";
import { OwnedDevices } from "@/components/admin/owned-devices";
import { requestTime } from "@/lib/request-time";
import { requireOperator } from "@/server/current-person";
import { operatorTitle } from "@/server/operator-title";
import { chosen, parameter } from "@/server/search-parameters";
import { serverCaller } from "@/trpc/server";

export const generateMetadata = (): Promise<Metadata> => operatorTitle("All devices");

export default async function AllDevicesPage({ searchParams }: PageProps<"/admin/devices">) {
  await requireOperator();
  const asked = await searchParams;
  const filter = { words: parameter(asked, "q"), which: chosen(asked, "which", ["active", "ended"]) };
  const api = await serverCaller();
  const page = await api.admin.devices.list(filter);
  const isFiltered = Boolean(filter.words ?? filter.which);
  return (
    <main>
      <AdminHeading title="Devices">Every terminal that is or was signed in, the latest first.</AdminHeading>
      <ListSearch
        action="/admin/devices"
        label="Find a device"
        placeholder="Name, owner’s e-mail or address"
        words={filter.words ?? ""}
        choices={[
          {
            name: "which",
            label: "Which",
            value: filter.which ?? "",
            options: [
              { value: "", title: "All devices" },
              { value: "active", title: "Signed in" },
              { value: "ended", title: "Ended" },
            ],
          },
        ]}
        isFiltered={isFiltered}
      />
      {page.items.length === 0 ? (
        <NothingFound title="No device like that" all="/admin/devices" isFiltered={isFiltered} />
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
