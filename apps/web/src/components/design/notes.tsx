import { CommandLine } from "@/components/site/command-line";
import { Avatar } from "@/components/site/avatar";
import { Mark } from "@/components/brand/mark";
import { Badge } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import { Spinner } from "@/components/ui/spinner";
import { Specimen, Tray } from "./specimen";

const callouts = [
  { tone: "neutral", says: "A newer code has taken this one’s place." },
  { tone: "ok", says: "Your terminal is signed in." },
  { tone: "warn", says: "The terminal is in another network than you." },
  { tone: "danger", says: "The server can’t be reached. Nothing was changed." },
] as const;

const badges = [
  { tone: "ok", says: "New" },
  { tone: "warn", says: "Ends in 5 days" },
  { tone: "danger", says: "Revoked" },
  { tone: "neutral", says: "Never used" },
] as const;

export function Notes({ mark, appName }: { mark: string | null; appName: string }) {
  return (
    <>
      <Tray name="The mark">
        <Specimen name="in the header, and the favicon">
          {mark ? <img src={mark} alt="" className="size-6.5 object-contain" /> : <Mark />}
          <span className="font-semibold tracking-tight">{appName}</span>
        </Specimen>
        <Specimen name="large">
          {mark ? <img src={mark} alt="" className="size-16 object-contain" /> : <Mark className="size-16" />}
        </Specimen>
        <Specimen name="a person">
          <Avatar viewer={{ email: "ada@example.com", fullName: "Ada Lovelace", isOperator: false }} />
        </Specimen>
      </Tray>
      <Tray name="A sentence that must not be overlooked" className="grid gap-6 md:grid-cols-2">
        {callouts.map(({ tone, says }) => (
          <Specimen key={tone} name={tone} wide>
            <Callout tone={tone}>{says}</Callout>
          </Specimen>
        ))}
      </Tray>
      <Tray name="A word about a thing">
        {badges.map(({ tone, says }) => (
          <Specimen key={tone} name={tone}>
            <Badge tone={tone}>{says}</Badge>
          </Specimen>
        ))}
      </Tray>
      <Tray name="A command to take along, and waiting">
        <Specimen name="copied by its button">
          <CommandLine command="login --no-browser" />
        </Specimen>
        <Specimen name="still for those who want less motion">
          <Spinner />
        </Specimen>
      </Tray>
    </>
  );
}
