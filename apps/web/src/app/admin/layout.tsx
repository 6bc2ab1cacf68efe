import type { ReactNode } from "react";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { QueryProvider } from "@/components/site/query-provider";
import { Toaster } from "@/components/ui/toaster";
import { Translated } from "@/i18n/translated";
import { requireOperator } from "@/server/current-person";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  await requireOperator();
  return (
    <Translated language="en" areas={["account", "activity", "authorize", "devices", "session"]}>
      <QueryProvider>
        {/* Like the operator's command, in English. */}
        <div lang="en" dir="ltr" className="page-width pt-3 pb-16 sm:pt-8">
          <AdminTabs />
          {children}
        </div>
        <Toaster />
      </QueryProvider>
    </Translated>
  );
}
