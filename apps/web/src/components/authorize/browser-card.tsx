import { Globe } from "lucide-react";
import type { Source } from "@alprina/api";
import { EmailAddress } from "@/components/site/email-address";
import type { BrowserSide } from "./browser-side";
import { SideCard } from "./side-card";
import { sourceFacts } from "./source-facts";

interface BrowserCardProps {
  browser: BrowserSide;
  /** Where it is by the last answer; without it, where it was when the page was made. */
  source?: Source;
}

export function BrowserCard({ browser: side, source = side.source }: BrowserCardProps) {
  const { browser, system, viewer } = side;
  return (
    <SideCard
      icon={Globe}
      title="You, in this browser"
      name={viewer.fullName ?? viewer.email}
      facts={[
        { name: "System", value: system },
        { name: "Browser", value: browser },
        ...sourceFacts(source, side),
        { name: "Account", value: <EmailAddress address={viewer.email} /> },
      ]}
    />
  );
}
