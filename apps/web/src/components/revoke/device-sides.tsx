import { AppWindow, SquareTerminal } from "lucide-react";
import { SideCard } from "@/components/authorize/side-card";
import type { Fact } from "@/components/authorize/facts";
import { PlacesCredit } from "@/components/site/places-credit";
import { Moment } from "@/components/time/moment";
import { showAddress } from "@/lib/addresses";
import { readUserAgent } from "@/lib/user-agent";
import type { RevocableDevice } from "./revoke-question";

/** The terminal that got the key, and the browser in which that was approved, as far as they are known. */
export function DeviceSides({ device }: { device: RevocableDevice }) {
  const { browser, system } = readUserAgent(device.browser?.userAgent ?? null);
  const isListed = [device.terminal, device.browser].some((side) => side?.place ?? side?.network);
  return (
    <>
      <div className="mt-6 grid grid-cols-1 gap-4 sm:mt-7 sm:grid-cols-2">
        <SideCard
          icon={SquareTerminal}
          title="The terminal"
          name={device.name}
          facts={known([
            { name: "System", value: device.deviceOs },
            { name: "Client", value: [device.clientName, device.clientVersion].filter(Boolean).join(" ") },
            ...where(device.terminal),
            { name: "Signed in", value: <Moment date={device.addedAt} /> },
          ])}
        />
        {device.browser && (
          <SideCard
            icon={AppWindow}
            title="The browser in which it was approved"
            name={browser ?? "A browser"}
            facts={known([{ name: "System", value: system }, ...where(device.browser)])}
          />
        )}
      </div>
      {isListed && (
        <p className="mt-3 text-[13px]/5 text-muted-foreground">
          <PlacesCredit />
        </p>
      )}
    </>
  );
}

function where(side: RevocableDevice["terminal"]): Fact[] {
  return [
    { name: "Address", value: showAddress(side?.ipAddress ?? null) },
    { name: "Place", value: side?.place },
    { name: "Network", value: side?.network },
  ];
}

function known(facts: Fact[]): Fact[] {
  return facts.filter(({ value }) => value !== null && value !== undefined && value !== "");
}
