import { showAddress } from "@/lib/addresses";
import { readUserAgent } from "@/lib/user-agent";
import type { ActivityItem } from "@/trpc/client";

interface ActivitySourceProps {
  item: Pick<ActivityItem, "ipAddress" | "place" | "network" | "userAgent">;
  /** Of the operator who did it, for other operators. */
  actorEmail?: string | null;
}

/** Where it came from: the place first where it is known, the address always, and the browser. */
export function ActivitySource({ item, actorEmail }: ActivitySourceProps) {
  const { ipAddress, place, network, userAgent } = item;
  const address = showAddress(ipAddress);
  const { browser, system } = readUserAgent(userAgent);
  const on = [browser, system].filter(Boolean).join(" on ");
  const isOperators = ipAddress === null && userAgent === null;
  const operators = actorEmail ? `By ${actorEmail}, operator` : "By the operator of this server";
  const first = place ?? address ?? (isOperators ? operators : "Address unknown");
  const rest = [place && address, network, on].filter(Boolean);
  return (
    <div className="col-start-2 min-w-0 text-sm/5 wrap-anywhere lg:col-start-3 lg:pt-0.5">
      <p>{first}</p>
      {rest.length > 0 && <p className="text-muted-foreground">{rest.join(" · ")}</p>}
    </div>
  );
}
