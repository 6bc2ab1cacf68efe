import { useTranslations } from "#translations";
import { Badge } from "@/components/ui/badge";

interface PersonBadgesProps {
  person: { lockedAt: Date | null; operatorSince: Date | null };
}

/** What is special about an account. */
export function PersonBadges({ person }: PersonBadgesProps) {
  const t = useTranslations("admin.badge");
  return (
    <>
      {person.operatorSince && <Badge tone="ok">{t("operator")}</Badge>}{" "}
      {person.lockedAt && <Badge tone="danger">{t("locked")}</Badge>}
    </>
  );
}
