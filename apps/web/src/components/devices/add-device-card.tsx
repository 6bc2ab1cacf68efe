"use client";

import { X } from "lucide-react";
import { useTranslations } from "#translations";
import { ProblemCallout } from "@/components/site/problem-callout";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Spinner } from "@/components/ui/spinner";
import { ClaimedCode } from "./claimed-code";
import { CodeOver } from "./code-over";
import { LiveCode } from "./live-code";
import type { DashboardCode } from "./use-dashboard-code";

/** A code that goes from this page to a terminal, from its first second to its end. */
export function AddDeviceCard({ code }: { code: DashboardCode }) {
  const t = useTranslations("devices");
  return (
    <Card role="region" aria-label={t("add")} className="relative mt-6 animate-appear p-5 sm:p-6">
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t("code.close")}
        title={t("code.close")}
        onClick={code.close}
        className="absolute! end-3 top-3"
      >
        <X className="size-4" aria-hidden />
      </Button>
      {code.problem && (
        <div className="me-9 mb-4">
          <ProblemCallout problem={code.problem} returnTo={code.path} />
        </div>
      )}
      <Inside code={code} />
    </Card>
  );
}

function Inside({ code }: { code: DashboardCode }) {
  const t = useTranslations("devices");
  const { issued, issuing, path, problem, view } = code;
  if (!issued && (!view || view.kind === "live")) {
    if (view)
      return (
        <CodeOver view={{ kind: "replaced" }} issuing={issuing} onNew={code.issue} onClose={code.close} />
      );
    if (issuing || !problem)
      return <p className="py-8 text-center text-muted-foreground">{t("code.making")}</p>;
    return (
      <Button variant="ink" size="sm" onClick={code.issue}>
        {t("code.again")}
      </Button>
    );
  }
  if (!view || view.kind === "live") return issued && <LiveCode issued={issued} onEnd={code.refresh} />;
  switch (view.kind) {
    case "claimed":
      return (
        <ClaimedCode
          key={view.request.id}
          request={view.request}
          mustSignInAgain={view.mustSignInAgain}
          path={path}
          onDecided={code.refresh}
        />
      );
    case "connecting":
      return (
        <p role="status" className="flex items-center gap-2.5 pe-9 font-medium text-ok [&>svg]:shrink-0">
          <Spinner /> {t("code.connecting")}
        </p>
      );
    default:
      return <CodeOver view={view} issuing={issuing} onNew={code.issue} onClose={code.close} />;
  }
}
