import { useLocale, useTranslations } from "#translations";
import { showAddress } from "@/lib/addresses";
import { placeIn } from "@/lib/places";
import { readUserAgent } from "@/lib/user-agent";
import type { ActivityItem } from "@/trpc/client";

interface ActivitySourceProps {
  item: Pick<ActivityItem, "ipAddress" | "place" | "network" | "userAgent">;
  /** Of the operator who did it, for other operators. */
  actorEmail?: string | null;
}

/** Where it came from: the place first where it is known, the address always, and the browser. */
export function ActivitySource({ item, actorEmail }: ActivitySourceProps) {
  const t = useTranslations("activity");
  const site = useTranslations("site");
  const language = useLocale();
  const { ipAddress, place, network, userAgent } = item;
  const address = showAddress(ipAddress);
  const { browser, system } = readUserAgent(userAgent);
  const on = browser && system ? site("browserOn", { browser, system }) : (browser ?? system);
  const isOperators = ipAddress === null && userAgent === null;
  const operators = actorEmail ? t("byOperatorNamed", { email: actorEmail }) : t("byOperator");
  const first =
    (place && placeIn(language, place)) ?? address ?? (isOperators ? operators : t("addressUnknown"));
  const rest = [place && address, network, on].filter(Boolean);
  return (
    <div className="col-start-2 min-w-0 text-sm/5 wrap-anywhere lg:col-start-3 lg:pt-0.5">
      <p>{first}</p>
      {rest.length > 0 && <p className="text-muted-foreground">{rest.join(" · ")}</p>}
    </div>
  );
}
