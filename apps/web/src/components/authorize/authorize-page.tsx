import Head from "next/head";
import superjson, { type SuperJSONResult } from "superjson";
import { SiteHeader } from "@/components/site/site-header";
import { EnterCode } from "./enter-code";
import { OutcomePage } from "./outcome-page";
import { Review } from "./review";
import type { AuthorizePageProps } from "./view";

/** In seconds. Where no script looks again, the browser does. */
const LOOK_AGAIN = 3;

/** The way from a code to a decision, one step at a time. */
export function AuthorizePage({ page }: { page: SuperJSONResult }) {
  const { view, appName, mark, cliName, browser, now } = superjson.deserialize<AuthorizePageProps>(page);
  const { viewer } = browser;
  const isWaiting =
    view.step === "outcome" && view.outcome.kind === "approved" && view.outcome.when === "now";
  return (
    <>
      <Head>
        <title>{`Connect a terminal · ${appName}`}</title>
        <meta name="server-time" content={String(now)} />
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
    </>
  );
}
