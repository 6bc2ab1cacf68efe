"use client";

import { useTranslations } from "#translations";
import { PageTabs } from "./page-tabs";

const tabs = [
  { href: "/settings/devices", name: "devices" },
  { href: "/settings/activity", name: "activity" },
  { href: "/settings/account", name: "account" },
] as const;

export function SettingsTabs() {
  const t = useTranslations("site.tabs");
  return <PageTabs label={t("label")} tabs={tabs.map(({ href, name }) => ({ href, name: t(name) }))} />;
}
