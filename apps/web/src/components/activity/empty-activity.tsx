import { History } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "#translations";
import { CommandLine } from "@/components/site/command-line";
import { Card } from "@/components/ui/card";
import { ACTIVITY_PATH } from "@/lib/activity-address";

/** Nothing to show: because nothing happened, or because the filters leave nothing over. */
export function EmptyActivity({ filtered, cliName }: { filtered: boolean; cliName: string }) {
  const t = useTranslations("activity");
  return (
    <Card className="mt-6 px-6 py-10 text-center sm:py-14">
      <span
        aria-hidden
        className="mx-auto grid size-14 place-items-center rounded-lg border bg-muted text-muted-foreground"
      >
        <History className="size-6" strokeWidth={1.75} />
      </span>
      <h2 className="mt-5 text-lg font-semibold tracking-tight">
        {t(filtered ? "noneTitle" : "emptyTitle")}
      </h2>
      {filtered ? (
        <p className="mx-auto mt-1.5 max-w-110 text-body text-muted-foreground">
          {t.rich("none", {
            link: (words) => (
              <Link href={ACTIVITY_PATH} className="link text-foreground">
                {words}
              </Link>
            ),
          })}
        </p>
      ) : (
        <>
          <p className="mx-auto mt-1.5 max-w-110 text-body text-muted-foreground">{t("empty")}</p>
          <CommandLine command={`${cliName} login`} className="mt-5" />
        </>
      )}
    </Card>
  );
}
