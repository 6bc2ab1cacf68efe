import { useLocale, useTranslations } from "#translations";
import { Ago } from "@/components/time/ago";
import { Day } from "@/components/time/day";
import { showAddress } from "@/lib/addresses";
import { placeIn } from "@/lib/places";
import { readUserAgent } from "@/lib/user-agent";
import type { BrowserView } from "@/trpc/client";

/** The browsers that are signed in as somebody. */
export function BrowserEntries({ browsers, renderedAt }: { browsers: BrowserView[]; renderedAt: number }) {
  const person = useTranslations("admin.person");
  if (browsers.length === 0) {
    return <p className="px-4 py-3.5 text-muted-foreground sm:px-5">{person("noBrowser")}</p>;
  }
  return (
    <ul aria-label={person("browsers")} className="divide-y">
      {browsers.map((browser) => (
        <BrowserEntry key={browser.id} browser={browser} renderedAt={renderedAt} />
      ))}
    </ul>
  );
}

function BrowserEntry({ browser: entry, renderedAt }: { browser: BrowserView; renderedAt: number }) {
  const { ipAddress, place, userAgent, signedInAt, lastActiveAt } = entry;
  const t = useTranslations("account.browsers");
  const on = useTranslations("site");
  const language = useLocale();
  const facts = readUserAgent(userAgent);
  const browser = facts.browser ?? t("unknown");
  const address = showAddress(ipAddress);
  return (
    <li className="px-4 py-3 sm:px-5">
      <p className="text-body font-medium">
        {facts.system ? on("browserOn", { browser, system: facts.system }) : browser}
      </p>
      <p className="text-sm/5 wrap-anywhere text-muted-foreground">
        {t.rich("active", { time: () => <Ago date={lastActiveAt} rendered={renderedAt} /> })}
        {" · "}
        {t.rich("signedIn", { time: () => <Day date={signedInAt} /> })}
        {" · "}
        {address ? t("from", { address }) : t("addressUnknown")}
        {place && ` (${placeIn(language, place)})`}
      </p>
    </li>
  );
}
