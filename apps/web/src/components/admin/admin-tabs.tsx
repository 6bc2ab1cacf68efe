import { useTranslations } from "#translations";
import { PageTabs } from "@/components/site/page-tabs";

const tabs = [
  { href: "/admin", name: "overview" },
  { href: "/admin/people", name: "people" },
  { href: "/admin/clients", name: "clients" },
  { href: "/admin/devices", name: "devices" },
  { href: "/admin/activity", name: "activity" },
] as const;

export function AdminTabs() {
  const t = useTranslations("admin");
  const named = tabs.map(({ href, name }) => ({ href, name: t(`tabs.${name}`) }));
  return <PageTabs label={t("label")} tabs={named} />;
}
