"use client";

import { useProblemText } from "@/components/site/use-problem-words";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { Pages } from "./use-pages";

/** The end of a list: more of it, or that there is no more. */
export function LoadMore({ pages, what }: { pages: Pages<unknown>; what: string }) {
  const problemText = useProblemText();
  const { items, more, isPending, error, hasGrown } = pages;
  return (
    <>
      {error && (
        <Callout tone="danger" role="alert" className="mt-4">
          {problemText(error)}
        </Callout>
      )}
      {more && (
        <Button variant="outline" className="mt-5 max-sm:w-full" busy={isPending} onClick={more}>
          Load more
        </Button>
      )}
      <p role="status" className={more ? "sr-only" : "mt-4 text-sm text-muted-foreground"}>
        {more ? (hasGrown ? `${items.length} ${what} are shown` : "") : "That is all there is."}
      </p>
    </>
  );
}
