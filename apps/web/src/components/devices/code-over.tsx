"use client";

import { CircleCheck, CircleSlash, TimerOff, type LucideIcon } from "lucide-react";
import { useTranslations } from "#translations";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import type { DashboardCodeView } from "@/trpc/client";

type Over = Exclude<DashboardCodeView, { kind: "live" | "claimed" | "connecting" }>;

interface CodeOverProps {
  view: Over;
  issuing: boolean;
  onNew: () => void;
  onClose: () => void;
}

/** What became of a code, and the way on. */
export function CodeOver({ view, issuing, onNew, onClose }: CodeOverProps) {
  const t = useTranslations("devices.code");
  const { icon: Icon, tone } = looks[view.kind];
  const title =
    view.kind === "used"
      ? t("usedTitle", { name: view.deviceName ?? t("yourTerminal") })
      : t(`${view.kind}Title`);
  const done = view.kind === "used";
  return (
    <div role="status" className="flex flex-col gap-5 pe-9 sm:flex-row sm:items-center">
      <div className="flex flex-1 gap-3.5">
        <Icon className={cn("mt-0.5 size-5.5 shrink-0", tone)} aria-hidden />
        <div className="min-w-0">
          <h2 className="font-semibold break-words">{title}</h2>
          <p className="text-body text-muted-foreground">{t(view.kind)}</p>
        </div>
      </div>
      {done ? (
        <Button variant="outline" size="sm" onClick={onClose}>
          {t("done")}
        </Button>
      ) : (
        <Button variant="ink" size="sm" busy={issuing} onClick={onNew}>
          {t("new")}
        </Button>
      )}
    </div>
  );
}

const soft = "text-muted-foreground";

const looks: Record<Over["kind"], { icon: LucideIcon; tone: string }> = {
  used: { icon: CircleCheck, tone: "text-ok" },
  denied: { icon: CircleSlash, tone: "text-danger" },
  expired: { icon: TimerOff, tone: soft },
  replaced: { icon: TimerOff, tone: soft },
  unknown: { icon: TimerOff, tone: soft },
};
