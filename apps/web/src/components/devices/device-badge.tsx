import { useTranslations } from "#translations";
import { Badge } from "@/components/ui/badge";
import type { Standing } from "./device-standing";

export function DeviceBadge({ standing }: { standing: Standing }) {
  const t = useTranslations("devices.badge");
  switch (standing.kind) {
    case "revoked":
      return <Badge tone="danger">{t("revoked")}</Badge>;
    case "expired":
      return <Badge tone="neutral">{t("expired")}</Badge>;
    case "ends-soon":
      return <Badge tone="warn">{t("endsSoon", { days: standing.days })}</Badge>;
    case "new":
      return <Badge tone="ok">{t("new")}</Badge>;
    case "never-used":
      return <Badge tone="neutral">{t("neverUsed")}</Badge>;
    case "fine":
      return null;
  }
}
