import type { ReactNode } from "react";
import { QueryProvider } from "@/components/site/query-provider";
import { SettingsTabs } from "@/components/site/settings-tabs";
import { Toaster } from "@/components/ui/toaster";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <QueryProvider>
      <div className="page-width pt-3 pb-16 sm:pt-8">
        <SettingsTabs />
        {children}
      </div>
      <Toaster />
    </QueryProvider>
  );
}
