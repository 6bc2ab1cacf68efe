import { Download } from "lucide-react";
import { useTranslations } from "#translations";
import { Button } from "@/components/ui/button";
import { ACTIVITY_PATH, activityHref, isFiltered, type ActivityAddress } from "@/lib/activity-address";

/** What this page is, and the way to take it along. */
export function ActivityHeading({ address }: { address: ActivityAddress }) {
  const t = useTranslations("activity");
  return (
    <div className="mt-7 flex flex-wrap items-end justify-between gap-x-6 gap-y-4 sm:mt-9">
      <div>
        <h1 className="text-question font-semibold tracking-[-0.025em] sm:text-question-wide">
          {t("title")}
        </h1>
        <p className="mt-1 text-body text-muted-foreground sm:text-base/6">{t("lead")}</p>
      </div>
      <Button asChild variant="outline" className="max-sm:w-full">
        {/* Not a Link: it is a file, and nothing to fetch ahead. */}
        <a href={activityHref(address, `${ACTIVITY_PATH}/export`)} download>
          <Download className="size-4" aria-hidden />
          {t(isFiltered(address) ? "exportThese" : "export")}
        </a>
      </Button>
    </div>
  );
}
