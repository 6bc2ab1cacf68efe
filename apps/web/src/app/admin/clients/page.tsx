import type { Metadata } from "next";
import Link from "next/link";
import { AdminHeading } from "@/components/admin/admin-heading";
import { ClientCard } from "@/components/admin/client-card";
import { translations } from "@/i18n/request";
import { requireOperator } from "@/server/current-person";
import { operatorTitle } from "@/server/operator-title";
import { serverCaller } from "@/trpc/server";

export const generateMetadata = (): Promise<Metadata> => operatorTitle("clients");

export default async function ClientsPage() {
  await requireOperator();
  const t = await translations("admin");
  const api = await serverCaller();
  const clients = await api.admin.clients.list();
  return (
    <main>
      <AdminHeading title={t("tabs.clients")}>
        {t.rich("clients.lead", {
          link: (words) => (
            <Link href="/docs/clients" className="link">
              {words}
            </Link>
          ),
        })}
      </AdminHeading>
      <div className="mt-6 space-y-4">
        {clients.map((client) => (
          <ClientCard key={client.id} client={client} />
        ))}
      </div>
    </main>
  );
}
