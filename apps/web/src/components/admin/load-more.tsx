"use client";

import { useTranslations } from "#translations";
import { useProblemText } from "@/components/site/use-problem-words";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { Pages } from "./use-pages";

/** The end of a list: more of it, or that there is no more. `shown` says how much of it there is by now. */
export function LoadMore({ pages, shown }: { pages: Pages<unknown>; shown: string }) {
  const t = useTranslations("activity");
  const problemText = useProblemText();
  const { more, isPending, error, hasGrown } = pages;
  return (
    <>
      {error && (
        <Callout tone="danger" role="alert" className="mt-4">
          {problemText(error)}
        </Callout>
      )}
      {more && (
        <Button variant="outline" className="mt-5 max-sm:w-full" busy={isPending} onClick={more}>
          {t("more")}
        </Button>
      )}
      <p role="status" className={more ? "sr-only" : "mt-4 text-sm text-muted-foreground"}>
        {more ? (hasGrown ? shown : "") : t("end")}
      </p>
    </>
  );
}
