import { Globe } from "lucide-react";
import type { Source } from "@alprina/api";
import { useTranslations } from "#translations";
import { EmailAddress } from "@/components/site/email-address";
import type { BrowserSide } from "./browser-side";
import { SideCard } from "./side-card";
import { useSourceFacts } from "./source-facts";

interface BrowserCardProps {
  browser: BrowserSide;
  /** Where it is by the last answer; without it, where it was when the page was made. */
  source?: Source;
}

export function BrowserCard({ browser: side, source = side.source }: BrowserCardProps) {
  const t = useTranslations("authorize");
  const sourceFacts = useSourceFacts();
  const { browser, system, viewer } = side;
  return (
    <SideCard
      icon={Globe}
      title={t("sides.browser")}
      name={viewer.fullName ?? viewer.email}
      facts={[
        { name: t("facts.system"), value: system },
        { name: t("facts.browser"), value: browser },
        ...sourceFacts(source, side),
        { name: t("facts.account"), value: <EmailAddress address={viewer.email} /> },
      ]}
    />
  );
}
