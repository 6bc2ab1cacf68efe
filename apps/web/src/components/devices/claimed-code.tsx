"use client";

import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslations } from "#translations";
import { ClientLine } from "@/components/authorize/client-line";
import { LifetimeChoice } from "@/components/authorize/lifetime-choice";
import { NetworksWarning } from "@/components/authorize/networks-warning";
import { TerminalCard } from "@/components/authorize/terminal-card";
import { WhereFactsComeFrom } from "@/components/authorize/where-facts-come-from";
import { ProblemCallout } from "@/components/site/problem-callout";
import { TooOld } from "@/components/site/too-old";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { explainProblem } from "@/lib/problem";
import { trpc, type LoginRequest } from "@/trpc/client";

interface ClaimedCodeProps {
  request: LoginRequest;
  /** The person signed in too long ago to connect anything. */
  mustSignInAgain: boolean;
  /** Where to come back to from signing in again. */
  path: string;
  onDecided: () => void;
}

/** A terminal has typed the code. It gets in by one more click, made by whoever sees these facts. */
export function ClaimedCode({ request, mustSignInAgain, path, onDecided }: ClaimedCodeProps) {
  const t = useTranslations("devices.claimed");
  const scopes = useTranslations("authorize.scopes");
  const [connecting, setConnecting] = useState(false);
  const [lifetimeSeconds, setLifetimeSeconds] = useState<number>();
  const decide = useMutation({
    mutationFn: (decision: "approve" | "deny") =>
      trpc.grants.decide.mutate(
        decision === "approve"
          ? { grantId: request.id, decision, lifetimeSeconds }
          : { grantId: request.id, decision, wasNotMe: true },
      ),
    onSuccess: (answer) => {
      if (answer.kind === "approved") setConnecting(true);
      onDecided();
    },
  });
  const why = useId();
  const isAsleep = mustSignInAgain && request.mayApprove && !connecting;
  const isNear = request.mayApprove && request.sides.networks !== "different";
  const busy = (decision: "approve" | "deny") => decide.isPending && decide.variables === decision;
  return (
    <div role="group" aria-labelledby="claimed" className="grid gap-x-6 md:grid-cols-2">
      <div className="md:self-end">
        <h2 id="claimed" role="status" className="pe-9 text-xl/7 font-semibold tracking-tight">
          {t("title")}
        </h2>
        <p className="mt-1.5 text-body text-muted-foreground">{t("lead")}</p>
        <div className="mt-4">
          <ClientLine client={request.client}>
            {t("asksFor", {
              scopes: request.scopes.map(({ scope }) => scopes(`${scope}.title`)).join(" · "),
            })}
          </ClientLine>
        </div>
      </div>
      <div className="mt-5 md:col-start-2 md:row-span-2 md:row-start-1 md:mt-0 md:self-center md:pe-8">
        <TerminalCard request={request} />
        <WhereFactsComeFrom sources={[request.sides.terminal]}>{t("hearsay")}</WhereFactsComeFrom>
      </div>
      <div className="flex flex-col gap-4 pt-5 md:self-start">
        <NetworksWarning request={request} risk={t("risk")} />
        {isAsleep && (
          <div id={why}>
            <TooOld to="connect" returnTo={path} />
          </div>
        )}
        {request.mayApprove && !connecting && !isAsleep && (
          <LifetimeChoice
            choices={request.lifetimesSeconds}
            label={t("keep")}
            disabled={decide.isPending}
            onChoose={setLifetimeSeconds}
          />
        )}
        {decide.error && !isAsleep && (
          <ProblemCallout problem={explainProblem(decide.error)} returnTo={path} />
        )}
        {connecting ? (
          <p role="status" className="flex h-10.5 items-center gap-2.5 font-medium text-ok">
            <Spinner /> {t("connecting")}
          </p>
        ) : (
          <div className="flex gap-3">
            <Button
              variant={isNear ? "outline" : "ink"}
              width="equal"
              busy={busy("deny")}
              disabled={decide.isPending}
              onClick={() => decide.mutate("deny")}
            >
              {t("deny")}
            </Button>
            {request.mayApprove && (
              <Button
                variant="outline"
                width="equal"
                busy={busy("approve")}
                disabled={decide.isPending}
                aria-disabled={isAsleep || undefined}
                aria-describedby={isAsleep ? why : undefined}
                onClick={() => isAsleep || decide.mutate("approve")}
              >
                {t("connect")}
              </Button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
