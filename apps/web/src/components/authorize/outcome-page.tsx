"use client";

import Link from "next/link";
import { CommandLine } from "@/components/site/command-line";
import { Button } from "@/components/ui/button";
import { isOwnClient } from "@/lib/clients";
import { JoinedSides } from "./joined-sides";
import { outcomeText, type Outcome } from "./outcome-texts";
import { PageHeading } from "./page-heading";

export type { Outcome };

interface OutcomePageProps {
  outcome: Outcome;
  cliName: string;
  email: string;
  onAgain: (keepCode: boolean) => void;
}

export function OutcomePage({ outcome, cliName, email, onAgain }: OutcomePageProps) {
  const { title, lead, tone, retry, again, devices, worried } = outcomeText(outcome, email);
  return (
    <main className="column-width animate-appear pt-8 pb-16 sm:pt-16" data-outcome={outcome.kind}>
      <JoinedSides tone={tone} />
      <div className="mt-8">
        <PageHeading announce title={title} lead={lead} />
      </div>
      {retry && <Retry client={outcome.client} cliName={cliName} />}
      {worried && <IfWorried />}
      {(again || devices) && (
        <div className="mt-8 flex flex-col gap-3 sm:flex-row">
          {again && (
            <Button variant="ink" size="lg" onClick={() => onAgain(again === "correct")}>
              {again === "correct" ? "Correct the code" : "Enter another code"}
            </Button>
          )}
          {devices && (
            <Button asChild variant="outline" size="lg">
              <Link href="/settings/devices" prefetch={false}>
                See your devices
              </Link>
            </Button>
          )}
          {worried && (
            <Button asChild variant="outline" size="lg">
              <Link href="/settings/account" prefetch={false}>
                Sign out everywhere
              </Link>
            </Button>
          )}
        </div>
      )}
    </main>
  );
}

/** Of our own client we know the command; of another only its name. */
function Retry({ client, cliName }: { client: Outcome["client"]; cliName: string }) {
  if (!client || isOwnClient(client)) return <CommandLine command={`${cliName} login`} className="mt-4" />;
  return (
    <p className="mt-4 text-lg/6 font-semibold tracking-tight wrap-anywhere">
      <bdi>{client.name}</bdi>
    </p>
  );
}

function IfWorried() {
  return (
    <div className="mt-6 max-w-150 space-y-2 text-[15px]/6 text-muted-foreground">
      <p>
        If somebody sent you the code, they tried to sign in as you: enter no other one from them, and tell
        whoever runs this server.
      </p>
      <p>
        If you think that they got in before, look through your devices and revoke what you do not know, or
        sign out everywhere and choose a new password.
      </p>
    </div>
  );
}
