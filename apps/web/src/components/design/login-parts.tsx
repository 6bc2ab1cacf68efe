import { BrowserCard } from "@/components/authorize/browser-card";
import { CompareCode } from "@/components/authorize/compare-code";
import { JoinedSides } from "@/components/authorize/joined-sides";
import { LineOfNetworks } from "@/components/authorize/line-of-networks";
import { NetworksWarning } from "@/components/authorize/networks-warning";
import { TerminalCard } from "@/components/authorize/terminal-card";
import { sampleBrowser, sampleRequest } from "./sample";
import { Specimen, Tray } from "./specimen";

const outcomes = [
  { tone: "joining", name: "approved, the terminal is on its way" },
  { tone: "joined", name: "signed in" },
  { tone: "refused", name: "denied" },
  { tone: "used", name: "used before" },
  { tone: "lost", name: "run out, or unknown" },
] as const;

/** What only the way from a code to a decision has. */
export function LoginParts({ now }: { now: number }) {
  const [near, far] = [sampleRequest("same", now), sampleRequest("different", now)];
  return (
    <>
      <Specimen name="The code, to be compared before Approve wakes" wide>
        <CompareCode client={near.client} code="BCDFGHJK" canBeCompared />
      </Specimen>
      {[near, far].map((request) => (
        <Specimen
          key={request.id}
          name={request === near ? "Two sides that are near" : "Two sides that are far apart"}
          wide
        >
          <NetworksWarning request={request} risk="If somebody sent you this code, deny." />
          <div className="grid grid-cols-1 sm:grid-cols-[1fr_5.75rem_1fr]">
            <TerminalCard request={request} />
            <LineOfNetworks sides={request.sides} />
            <BrowserCard browser={sampleBrowser} source={request.sides.browser} />
          </div>
        </Specimen>
      ))}
      <Tray name="What became of the line between them">
        {outcomes.map(({ tone, name }) => (
          <Specimen key={tone} name={name}>
            <div className="w-66 max-w-full">
              <JoinedSides tone={tone} />
            </div>
          </Specimen>
        ))}
      </Tray>
    </>
  );
}
