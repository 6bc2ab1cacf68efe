import { useTranslations } from "#translations";

/** Between two ways to do the same. */
export function Divider() {
  const t = useTranslations("session");
  return (
    <div className="my-5 flex items-center gap-3 text-sm text-muted-foreground">
      <span className="h-px flex-1 bg-border" />
      {t("or")}
      <span className="h-px flex-1 bg-border" />
    </div>
  );
}
