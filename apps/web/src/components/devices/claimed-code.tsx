"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ClientLine } from "@/components/authorize/client-line";
import { TerminalCard } from "@/components/authorize/terminal-card";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Spinner } from "@/components/ui/spinner";
import { trpc, type LoginRequest } from "@/trpc/client";
import { problemText } from "./use-devices";

/** A terminal has typed the code. It gets in by one more click, made by whoever sees these facts. */
export function ClaimedCode({ request, onDecided }: { request: LoginRequest; onDecided: () => void }) {
  const [connecting, setConnecting] = useState(false);
  const decide = useMutation({
    mutationFn: (decision: "approve" | "deny") =>
      trpc.grants.decide.mutate({ grantId: request.id, decision }),
    onSuccess: (answer) => {
      if (answer.kind === "approved") setConnecting(true);
      onDecided();
    },
  });
  const busy = (decision: "approve" | "deny") => decide.isPending && decide.variables === decision;
  const problem = problemText(decide.error);
  return (
    <div role="group" aria-labelledby="claimed" className="grid gap-6 md:grid-cols-2 md:items-center">
      <div>
        <h2 id="claimed" role="status" className="pr-9 text-xl/7 font-semibold tracking-tight">
          Is this your terminal?
        </h2>
        <p className="mt-1.5 text-[15px]/6 text-muted-foreground">
          It typed your code and waits. Connect it only if you typed the code there yourself, just now.
        </p>
        <div className="mt-4">
          <ClientLine client={request.client}>
            asks for: {request.scopes.map(({ title }) => title).join(" · ")}
          </ClientLine>
        </div>
        {problem && (
          <Callout tone="danger" role="alert" className="mt-4">
            {problem}
          </Callout>
        )}
        {connecting ? (
          <p role="status" className="mt-5 flex h-10.5 items-center gap-2.5 font-medium text-ok">
            <Spinner /> Connecting…
          </p>
        ) : (
          <div className="mt-5 flex gap-3">
            <Button
              variant="outline"
              width="equal"
              busy={busy("deny")}
              disabled={decide.isPending}
              onClick={() => decide.mutate("deny")}
            >
              Not me
            </Button>
            <Button
              variant="outline"
              width="equal"
              busy={busy("approve")}
              disabled={decide.isPending}
              onClick={() => decide.mutate("approve")}
            >
              Connect
            </Button>
          </div>
        )}
      </div>
      <div className="md:pr-8">
        <TerminalCard request={request} />
      </div>
    </div>
  );
}
