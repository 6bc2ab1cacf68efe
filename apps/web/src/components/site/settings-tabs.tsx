import { PageTabs } from "./page-tabs";

const tabs = [
  { href: "/settings/devices", name: "Devices" },
  { href: "/settings/activity", name: "Activity" },
  { href: "/settings/account", name: "Account" },
] as const;

export function SettingsTabs() {
  return <PageTabs label="Settings" tabs={tabs} />;
}
