import type { ReactNode } from "react";
import { useLocale, useTranslations } from "#translations";
import { Callout } from "@/components/ui/callout";
import { placeIn } from "@/lib/places";
import type { LoginRequest } from "@/trpc/client";
import { inTwoCountries } from "./line-of-networks";

interface NetworksWarningProps {
  request: LoginRequest;
  /** What somebody who was tricked remembers, and what to do then. */
  risk: string;
}

/**
 * What it means that the two sides differ, in words that need no knowledge of networks; it stands where it is read
 * before anything can be ticked. Of sides that may or may not be one network nothing is said: a warning that is often
 * wrong is soon not read.
 */
export function NetworksWarning({ request: { mayApprove, sides }, risk }: NetworksWarningProps) {
  const t = useTranslations("authorize.warning");
  const language = useLocale();
  if (!mayApprove) {
    return (
      <Warning title={t("elsewhereTitle")}>
        {t(sides.networks === "different" ? "elsewhereDifferent" : "elsewhereUnknown")} {risk}
      </Warning>
    );
  }
  if (sides.networks !== "different") return null;
  return inTwoCountries(sides) ? (
    <Warning title={t("farTitle")}>
      {t("far", {
        terminal: placeIn(language, sides.terminal.place ?? ""),
        browser: placeIn(language, sides.browser.place ?? ""),
      })}{" "}
      {risk}
    </Warning>
  ) : (
    <Warning title={t("otherNetworkTitle")}>
      {t("otherNetwork")} {risk}
    </Warning>
  );
}

function Warning({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Callout tone="warn" role="note">
      <strong className="font-semibold">{title}</strong> {children}
    </Callout>
  );
}
