import { Ago } from "@/components/time/ago";
import { Day } from "@/components/time/day";
import { showAddress } from "@/lib/addresses";
import { readUserAgent } from "@/lib/user-agent";
import type { BrowserView } from "@/trpc/client";

/** The browsers that are signed in as somebody. */
export function BrowserEntries({ browsers, renderedAt }: { browsers: BrowserView[]; renderedAt: number }) {
  if (browsers.length === 0) return <p className="px-4 py-3.5 text-muted-foreground sm:px-5">None.</p>;
  return (
    <ul aria-label="Browsers" className="divide-y">
      {browsers.map(({ id, ipAddress, place, userAgent, signedInAt, lastActiveAt }) => {
        const { browser, system } = readUserAgent(userAgent);
        return (
          <li key={id} className="px-4 py-3 sm:px-5">
            <p className="text-[15px]/6 font-medium">
              {[browser ?? "Unknown browser", system].filter(Boolean).join(" on ")}
            </p>
            <p className="text-sm/5 wrap-anywhere text-muted-foreground">
              Active <Ago date={lastActiveAt} rendered={renderedAt} /> · signed in <Day date={signedInAt} /> ·{" "}
              {ipAddress ? `from ${showAddress(ipAddress)}` : "address unknown"}
              {place && ` (${place})`}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
