import type { ReactNode } from "react";
import { useLocale, useTranslations } from "#translations";
import { Ago } from "@/components/time/ago";
import { Day } from "@/components/time/day";
import { showAddress } from "@/lib/addresses";
import { placeIn } from "@/lib/places";
import { cn } from "@/lib/cn";
import type { Device } from "@/trpc/client";

/** From where it was signed in; when it was last heard of, and until when it may speak. */
export function DeviceTimes({ device, over, now }: { device: Device; over: boolean; now: number }) {
  const t = useTranslations("devices.row");
  const { createdAt, expiresAt, ipAddress, lastUsedAt, revokedAt, source, status } = device;
  const where = usePlace(source);
  const address = showAddress(ipAddress);
  return (
    <div
      className={cn(
        "col-span-2 space-y-1 text-sm/5 lg:grid lg:grid-cols-2 lg:gap-x-4 lg:space-y-0",
        over && "text-muted-foreground",
      )}
    >
      <Pair first={where ?? address ?? t("addressUnknown")} second={where && address} />
      <Pair
        first={
          lastUsedAt
            ? t.rich("used", { time: () => <Ago date={lastUsedAt} rendered={now} /> })
            : t.rich("notUsed", { time: () => <Ago date={createdAt} rendered={now} /> })
        }
        second={t.rich(status === "revoked" ? "revoked" : over ? "ended" : "ends", {
          time: () => <Day date={revokedAt ?? expiresAt} />,
        })}
      />
    </div>
  );
}

function usePlace({ kind, place }: Device["source"]): string | null {
  const t = useTranslations("site");
  const language = useLocale();
  switch (kind) {
    case "public":
      return place && placeIn(language, place);
    case "private":
      return t("privateNetwork");
    case "loopback":
      return t("serversComputer");
    case "unknown":
      return null;
  }
}

/** Two facts: below each other in a column of the table, in one line on a phone. */
function Pair({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <div className="min-w-0 wrap-anywhere">
      <p className="max-lg:inline lg:text-body">{first}</p>
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
