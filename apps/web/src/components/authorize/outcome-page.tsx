import { useLocale, useTranslations } from "#translations";
import { CommandLine } from "@/components/site/command-line";
import { Button } from "@/components/ui/button";
import { isOwnClient } from "@/lib/clients";
import { JoinedSides } from "./joined-sides";
import { outcomeText, type Outcome } from "./outcome-texts";
import { PageHeading } from "./page-heading";
import type { OutcomeView } from "./view";

interface OutcomePageProps {
  view: OutcomeView;
  cliName: string;
  email: string;
  /** The server's time, in milliseconds. */
  now: number;
}

/** What has come of a login. While a terminal has yet to take its key, the page looks again by itself. */
export function OutcomePage({ view: { outcome, code }, cliName, email, now }: OutcomePageProps) {
  const t = useTranslations("authorize");
  const language = useLocale();
  const text = outcomeText(outcome, { t, language, email, now });
  const { title, lead, tone, retry, again, devices, worried, isWaiting } = text;
  return (
    <main
      className="column-width animate-appear pt-8 pb-16 sm:pt-16"
      data-outcome={outcome.kind}
      data-look-again={isWaiting || undefined}
    >
      <JoinedSides tone={tone} />
      <div className="mt-8" aria-live={isWaiting ? "polite" : undefined}>
        <PageHeading title={title} lead={lead} />
      </div>
      {retry && <Retry client={outcome.client} cliName={cliName} />}
      {worried && (
        <div className="mt-6 max-w-150 space-y-2 text-body text-muted-foreground">
          <p>{t("outcome.worriedCode")}</p>
          <p>{t("outcome.worriedBefore")}</p>
        </div>
      )}
      {(again || devices) && (
        <div className="mt-8 flex flex-col gap-3 sm:flex-row sm:flex-wrap">
          {again === "correct" && (
            <form method="post" action="/authorize" className="flex flex-col">
              <Button type="submit" name="correct" value={code} variant="ink" size="lg">
                {t("outcome.correct")}
              </Button>
            </form>
          )}
          {again === "another" && (
            <Button asChild variant="ink" size="lg">
              <a href="/authorize">{t("outcome.another")}</a>
            </Button>
          )}
          {devices && (
            <Button asChild variant="outline" size="lg">
              <a href="/settings/devices">{t("outcome.devices")}</a>
            </Button>
          )}
          {worried && (
            <Button asChild variant="outline" size="lg">
              <a href="/settings/account">{t("outcome.signOutEverywhere")}</a>
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
