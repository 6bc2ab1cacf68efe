import { AppWindow, SquareTerminal } from "lucide-react";
import { useLocale, useTranslations } from "#translations";
import { SideCard } from "@/components/authorize/side-card";
import type { Fact } from "@/components/authorize/facts";
import { PlacesCredit } from "@/components/site/places-credit";
import { Moment } from "@/components/time/moment";
import { showAddress } from "@/lib/addresses";
import { placeIn } from "@/lib/places";
import { readUserAgent } from "@/lib/user-agent";
import type { RevocableDevice } from "./revoke-question";

/** The terminal that got the key, and the browser in which that was approved, as far as they are known. */
export function DeviceSides({ device }: { device: RevocableDevice }) {
  const t = useTranslations("revoke.sides");
  const fact = useTranslations("authorize.facts");
  const where = useWhere();
  const { browser, system } = readUserAgent(device.browser?.userAgent ?? null);
  const isListed = [device.terminal, device.browser].some((side) => side?.place ?? side?.network);
  return (
    <>
      <div className="mt-6 grid grid-cols-1 gap-4 sm:mt-7 sm:grid-cols-2">
        <SideCard
          icon={SquareTerminal}
          title={t("terminal")}
          name={device.name}
          facts={known([
            { name: fact("system"), value: device.deviceOs },
            {
              name: fact("client"),
              value: [device.clientName, device.clientVersion].filter(Boolean).join(" "),
            },
            ...where(device.terminal),
            { name: t("signedIn"), value: <Moment date={device.addedAt} /> },
          ])}
        />
        {device.browser && (
          <SideCard
            icon={AppWindow}
            title={t("browser")}
            name={browser ?? t("someBrowser")}
            facts={known([{ name: fact("system"), value: system }, ...where(device.browser)])}
          />
        )}
      </div>
      {isListed && (
        <p className="mt-3 text-fine text-muted-foreground">
          <PlacesCredit />
        </p>
      )}
    </>
  );
}

function useWhere() {
  const fact = useTranslations("authorize.facts");
  const language = useLocale();
  return (side: RevocableDevice["terminal"]): Fact[] => [
    { name: fact("address"), value: showAddress(side?.ipAddress ?? null) },
    { name: fact("place"), value: side?.place && placeIn(language, side.place) },
    { name: fact("network"), value: side?.network },
  ];
}

function known(facts: Fact[]): Fact[] {
  return facts.filter(({ value }) => value !== null && value !== undefined && value !== "");
}
