import { Globe } from "lucide-react";
import { useTranslations } from "#translations";
import { Card } from "@/components/ui/card";
import { cn } from "@/lib/cn";

const button =
  "grid min-h-10 min-w-0 flex-1 place-items-center rounded-md border px-1 text-center text-sm font-semibold";

/** The page that answers, in small. A picture: nothing in it can be clicked. */
export function BrowserSketch({ code }: { code: string }) {
  const t = useTranslations("landing.picture");
  return (
    <Card role="img" aria-label={t("browser", { code })} className="p-5 sm:p-6">
      <p className="flex items-center gap-2 text-fine font-medium text-muted-foreground">
        <Globe className="size-4" aria-hidden />
        {t("you")}
      </p>
      <p className="mt-3 font-semibold tracking-tight">{t("question")}</p>
      <p dir="ltr" translate="no" className="code-type mt-2 text-question whitespace-nowrap">
        {code}
      </p>
      <div className="mt-4 flex gap-2.5">
        <span className={cn(button, "border-border-strong")}>{t("deny")}</span>
        <span className={cn(button, "border-transparent bg-primary text-primary-foreground")}>
          {t("approve")}
        </span>
      </div>
    </Card>
  );
}
