import Head from "next/head";
import superjson, { type SuperJSONResult } from "superjson";
import { IntlProvider } from "use-intl/react";
import { useLocale, useTranslations } from "#translations";
import { SiteHeader } from "@/components/site/site-header";
import type { CompiledTree } from "@/i18n/messages";
import type { Language } from "@/lib/language";
import { EnterCode } from "./enter-code";
import { OutcomePage } from "./outcome-page";
import { Review } from "./review";
import { SmallFooter } from "./small-footer";
import type { AuthorizePageProps } from "./view";

/** In seconds. Where no script looks again, the browser does. */
const LOOK_AGAIN = 3;

export interface SerializedPage {
  /** Dates survive the way from the server's part to here. */
  page: SuperJSONResult;
  language: Language;
  messages: CompiledTree;
}

/** The way from a code to a decision, one step at a time. */
export function AuthorizePage({ page, language, messages }: SerializedPage) {
  return (
    <IntlProvider locale={language} messages={messages} timeZone="UTC">
      <Steps {...superjson.deserialize<AuthorizePageProps>(page)} />
    </IntlProvider>
  );
}

function Steps({ view, appName, mark, cliName, path, browser, now }: AuthorizePageProps) {
  const t = useTranslations();
  const language = useLocale();
  const { viewer } = browser;
  const isWaiting =
    view.step === "outcome" && view.outcome.kind === "approved" && view.outcome.when === "now";
  return (
    <>
      <Head>
        <title>{`${t("authorize.tab")} · ${appName}`}</title>
        <meta name="description" content={t("authorize.description")} />
        <meta name="server-time" content={String(now)} />
        {/* What the script of this page says when the server does not answer it. */}
        <meta name="words-away" content={t("errors.unreachable")} lang={language} />
        {isWaiting && (
          <noscript>
            <meta httpEquiv="refresh" content={String(LOOK_AGAIN)} />
          </noscript>
        )}
      </Head>
      <SiteHeader appName={appName} mark={mark} viewer={viewer} />
      {view.step === "enter" && <EnterCode view={view} cliName={cliName} />}
      {view.step === "review" && <Review view={view} cliName={cliName} browser={browser} />}
      {view.step === "outcome" && (
        <OutcomePage view={view} cliName={cliName} email={viewer.email} now={now} />
      )}
      <SmallFooter path={path} />
    </>
  );
}
