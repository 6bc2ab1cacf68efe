"use client";

import { Monitor, Smartphone } from "lucide-react";
import { useId } from "react";
import { useLocale, useTranslations } from "#translations";
import { useProblemText } from "@/components/site/use-problem-words";
import { Ago } from "@/components/time/ago";
import { Day } from "@/components/time/day";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { showAddress } from "@/lib/addresses";
import { placeIn } from "@/lib/places";
import { readUserAgent } from "@/lib/user-agent";
import type { BrowserView } from "@/trpc/client";
import { useEndBrowser } from "./use-account";

const PHONES = new Set(["iPhone", "iPad", "Android"]);

export function BrowserRow({ browser, now }: { browser: BrowserView; now: number }) {
  const { id, isCurrent, ipAddress, place, signedInAt, lastActiveAt } = browser;
  const t = useTranslations("account.browsers");
  const onSystem = useTranslations("site");
  const language = useLocale();
  const problemText = useProblemText();
  const facts = readUserAgent(browser.userAgent);
  const end = useEndBrowser();
  const nameId = useId();
  const problem = problemText(end.error);
  const Icon = facts.system && PHONES.has(facts.system) ? Smartphone : Monitor;
  const name = facts.browser ?? t("unknown");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 px-4 py-4 sm:flex-nowrap sm:px-5">
      <span
        aria-hidden
        className="grid size-11 shrink-0 place-items-center self-start rounded-md border bg-muted text-muted-foreground"
      >
        <Icon className="size-5" strokeWidth={1.75} />
      </span>
      <div className="min-w-0 flex-1 max-sm:basis-[calc(100%-3.75rem)]">
        <div className="leading-6">
          <h3 id={nameId} className="inline font-semibold">
            {facts.system ? onSystem("browserOn", { browser: name, system: facts.system }) : name}
          </h3>{" "}
          {isCurrent && <Badge tone="ok">{t("current")}</Badge>}
        </div>
        <p className="text-sm/5 wrap-anywhere text-muted-foreground">
          {isCurrent
            ? t("activeNow")
            : t.rich("active", { time: () => <Ago date={lastActiveAt} rendered={now} /> })}
          {" · "}
          {t.rich("signedIn", { time: () => <Day date={signedInAt} /> })}
          {" · "}
          {ipAddress ? t("from", { address: showAddress(ipAddress) ?? ipAddress }) : t("addressUnknown")}
          {place && ` (${placeIn(language, place)})`}
        </p>
        {problem && (
          <p role="alert" className="mt-1 text-sm text-danger">
            {problem}
          </p>
        )}
      </div>
      {!isCurrent && (
        <Button
          variant="outline"
          size="sm"
          aria-describedby={nameId}
          busy={end.isPending}
          className="max-sm:ms-15"
          onClick={() => end.mutate({ id })}
        >
          {t("signOut")}
        </Button>
      )}
    </li>
  );
}
