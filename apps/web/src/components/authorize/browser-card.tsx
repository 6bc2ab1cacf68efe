import { Globe } from "lucide-react";
import { EmailAddress } from "@/components/site/email-address";
import { showAddress } from "@/lib/addresses";
import type { BrowserSide } from "./browser-side";
import { SideCard } from "./side-card";

export function BrowserCard({ browser: { browser, ipAddress, system, viewer } }: { browser: BrowserSide }) {
  return (
    <SideCard
      icon={Globe}
      title="You, in this browser"
      name={viewer.fullName ?? viewer.email}
      facts={[
        { name: "System", value: system },
        { name: "Browser", value: browser },
        { name: "Address", value: showAddress(ipAddress) },
        { name: "Account", value: <EmailAddress address={viewer.email} /> },
      ]}
    />
  );
}
