"use client";

import { useEffect } from "react";
import { useTranslations } from "#translations";
import { CommandLine } from "@/components/site/command-line";
import { CopyButton } from "@/components/site/copy-button";
import { useNow } from "@/components/time/use-now";
import { clockTime } from "@/lib/dates";
import type { DashboardCode } from "./use-dashboard-code";

interface LiveCodeProps {
  issued: NonNullable<DashboardCode["issued"]>;
  /** The time is over: the server is to be asked. */
  onEnd: () => void;
}

export function LiveCode({ issued, onEnd }: LiveCodeProps) {
  const t = useTranslations("devices.code");
  const left = issued.expiresAt.getTime() - useNow(1000);
  const share = Math.min(1, Math.max(0, left / (issued.expiresInSeconds * 1000)));
  const ended = left <= 0;

  useEffect(() => {
    if (ended) onEnd();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, at the end
  }, [ended]);

  return (
    <div className="grid gap-x-10 gap-y-5 sm:grid-cols-[1fr_auto] sm:items-center">
      <div className="min-w-0">
        <p className="pe-8 text-body text-muted-foreground">{t("type")}</p>
        <CommandLine command={issued.command} className="mt-2.5" />
      </div>
      <div className="sm:pe-8 sm:text-end">
        <p className="flex items-center gap-1.5 sm:justify-end">
          <output dir="ltr" aria-label={t("label")} className="code-type text-code sm:text-code-wide">
            {issued.code}
          </output>
          <CopyButton text={issued.code} label={t("copy")} />
        </p>
        <p className="mt-0.5 text-sm text-muted-foreground tabular-nums">
          {t("waiting")} · <span role="timer">{t("left", { time: clockTime(left) })}</span>
        </p>
      </div>
      <div aria-hidden className="h-0.75 overflow-hidden rounded-full bg-border sm:col-span-2">
        <div
          className="h-full origin-left rtl:origin-right bg-ok transition-transform duration-1000 ease-linear"
          style={{ transform: `scaleX(${share})` }}
        />
      </div>
    </div>
  );
}
