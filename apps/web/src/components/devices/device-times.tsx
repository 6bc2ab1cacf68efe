import type { ReactNode } from "react";
import { Ago } from "@/components/time/ago";
import { Day } from "@/components/time/day";
import { showAddress } from "@/lib/addresses";
import { cn } from "@/lib/cn";
import type { Device } from "@/trpc/client";

/** When it was last heard of and until when it may speak; since when it is here, and from where. */
export function DeviceTimes({ device, over, now }: { device: Device; over: boolean; now: number }) {
  const { createdAt, expiresAt, ipAddress, lastUsedAt, revokedAt } = device;
  return (
    <div
      className={cn(
        "col-span-2 space-y-1 text-sm/5 lg:grid lg:grid-cols-2 lg:gap-x-4 lg:space-y-0",
        over && "text-muted-foreground",
      )}
    >
      <Pair
        first={
          lastUsedAt ? (
            <>
              Used <Ago date={lastUsedAt} rendered={now} />
            </>
          ) : (
            "Not used yet"
          )
        }
        second={
          <>
            {over ? "ended" : "ends"} <Day date={revokedAt ?? expiresAt} />
          </>
        }
      />
      <Pair
        first={
          <>
            Added <Day date={createdAt} />
          </>
        }
        second={ipAddress ? `from ${showAddress(ipAddress)}` : "address unknown"}
      />
    </div>
  );
}

/** Two facts: below each other in a column of the table, in one line on a phone. */
function Pair({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <div className="min-w-0 wrap-anywhere">
      <p className="max-lg:inline lg:text-[15px]/6">{first}</p>
      <p className="text-muted-foreground max-lg:inline">
        <span aria-hidden className="lg:hidden">
          {" · "}
        </span>
        {second}
      </p>
    </div>
  );
}
