import { Callout } from "@/components/ui/callout";
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
  if (!mayApprove) {
    return (
      <Warning title="This server lets nobody approve from here.">
        You can approve only from the network that the terminal is in, and this browser is{" "}
        {sides.networks === "different" ? "in another one" : "not known to be"}. If it is your terminal, open
        this page on a device beside it. {risk}
      </Warning>
    );
  }
  if (sides.networks !== "different") return null;
  return inTwoCountries(sides) ? (
    <Warning title="The terminal is far from you.">
      It is in another country ({sides.terminal.place}) than this browser ({sides.browser.place}). That is as
      it should be only if you work on a machine there, or through a VPN. {risk}
    </Warning>
  ) : (
    <Warning title="The terminal is in another network than you.">
      That is as it should be if it is on another machine, such as a server, or if one of the two is on mobile
      data or a VPN. {risk}
    </Warning>
  );
}

function Warning({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Callout tone="warn" role="note">
      <strong className="font-semibold">{title}</strong> {children}
    </Callout>
  );
}
