import type { ReactNode } from "react";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { QueryProvider } from "@/components/site/query-provider";
import { Toaster } from "@/components/ui/toaster";
import { requireOperator } from "@/server/current-person";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  await requireOperator();
  return (
    <QueryProvider>
      <div className="page-width pt-3 pb-16 sm:pt-8">
        <AdminTabs />
        {children}
      </div>
      <Toaster />
    </QueryProvider>
  );
}
