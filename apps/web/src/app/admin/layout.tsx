import type { ReactNode } from "react";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { QueryProvider } from "@/components/site/query-provider";
import { Toaster } from "@/components/ui/toaster";
import { Translated } from "@/i18n/translated";
import { requireOperator } from "@/server/current-person";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  await requireOperator();
  return (
    <Translated areas={["account", "activity", "admin", "authorize", "devices", "session"]}>
      <QueryProvider>
        <div className="page-width pt-3 pb-16 sm:pt-8">
          <AdminTabs />
          {children}
        </div>
        <Toaster />
      </QueryProvider>
    </Translated>
  );
}
