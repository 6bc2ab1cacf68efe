import type { Metadata } from "next";
import Link from "next/link";
import { AdminHeading } from "@/components/admin/admin-heading";
import { ClientCard } from "@/components/admin/client-card";
import { requireOperator } from "@/server/current-person";
import { operatorTitle } from "@/server/operator-title";
import { serverCaller } from "@/trpc/server";

export const generateMetadata = (): Promise<Metadata> => operatorTitle("Clients");

export default async function ClientsPage() {
  await requireOperator();
  const api = await serverCaller();
  const clients = await api.admin.clients.list();
  return (
    <main>
      <AdminHeading title="Clients">
        The programs that may sign people in, and the APIs that may ask about keys. They are registered and
        changed by{" "}
        <Link href="/docs/clients" className="link">
          the operator’s command
        </Link>
        .
      </AdminHeading>
      <div className="mt-6 space-y-4">
        {clients.map((client) => (
          <ClientCard key={client.id} client={client} />
        ))}
      </div>
    </main>
  );
}
