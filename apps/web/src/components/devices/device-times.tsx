import type { ReactNode } from "react";
import { Ago } from "@/components/time/ago";
import { Day } from "@/components/time/day";
import { showAddress } from "@/lib/addresses";
import { cn } from "@/lib/cn";
import type { Device } from "@/trpc/client";

/** From where it was signed in; when it was last heard of, and until when it may speak. */
export function DeviceTimes({ device, over, now }: { device: Device; over: boolean; now: number }) {
  const { createdAt, expiresAt, ipAddress, lastUsedAt, revokedAt, source, status } = device;
  const address = showAddress(ipAddress);
  return (
    <div
      className={cn(
        "col-span-2 space-y-1 text-sm/5 lg:grid lg:grid-cols-2 lg:gap-x-4 lg:space-y-0",
        over && "text-muted-foreground",
      )}
    >
      <Pair first={placeOf(source) ?? address ?? "Address unknown"} second={placeOf(source) && address} />
      <Pair
        first={
          lastUsedAt ? (
            <>
              Used <Ago date={lastUsedAt} rendered={now} />
            </>
          ) : (
            <>
              Added <Ago date={createdAt} rendered={now} />, not used yet
            </>
          )
        }
        second={
          <>
            {status === "revoked" ? "revoked" : over ? "ended" : "ends"} <Day date={revokedAt ?? expiresAt} />
          </>
        }
      />
    </div>
  );
}

function placeOf({ kind, place }: Device["source"]): string | null {
  switch (kind) {
    case "public":
      return place;
    case "private":
      return "Private network";
    case "loopback":
      return "The server’s own computer";
    case "unknown":
      return null;
  }
}

/** Two facts: below each other in a column of the table, in one line on a phone. */
function Pair({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <div className="min-w-0 wrap-anywhere">
      <p className="max-lg:inline lg:text-[15px]/6">{first}</p>
      {second && (
        <p className="text-muted-foreground max-lg:inline">
          <span aria-hidden className="lg:hidden">
            {" · "}
          </span>
          {second}
        </p>
      )}
    </div>
  );
}
