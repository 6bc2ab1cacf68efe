import { PageTabs } from "@/components/site/page-tabs";

const tabs = [
  { href: "/admin", name: "Overview" },
  { href: "/admin/people", name: "People" },
  { href: "/admin/clients", name: "Clients" },
  { href: "/admin/devices", name: "Devices" },
  { href: "/admin/activity", name: "Activity" },
] as const;

export function AdminTabs() {
  return <PageTabs label="Admin" tabs={tabs} />;
}
