import { cn } from "@/lib/cn";
import { Specimen, Tray } from "./specimen";

const sizes = [
  {
    name: "hero: what it is, to who comes first",
    type: "text-hero font-semibold tracking-[-0.035em] sm:text-hero-wide",
    says: "Sign your terminal in",
  },
  {
    name: "title: of a guide",
    type: "text-title font-semibold tracking-[-0.03em] sm:text-title-wide",
    says: "Add login to your command line",
  },
  {
    name: "question: the one of a page",
    type: "text-question font-semibold tracking-[-0.025em] sm:text-question-wide",
    says: "Is this you?",
  },
  { name: "2xl: a chapter", type: "text-2xl/8 font-semibold tracking-tight", says: "What a key may do" },
  { name: "lg: a card", type: "text-lg/6 font-semibold tracking-tight", says: "Add a device" },
  { name: "lead: below a question", type: "text-lead", says: "A command line wants to act as you." },
  { name: "body: text", type: "text-body", says: "Approve only if you started this in your own terminal." },
  {
    name: "sm: beside the text",
    type: "text-sm/5 text-muted-foreground",
    says: "Used 3 minutes ago, ends 30 November 2027",
  },
  {
    name: "fine: what few need",
    type: "text-fine text-muted-foreground",
    says: "Places by an open database",
  },
  { name: "sm: a command", type: "font-mono text-sm/5 font-medium", says: "login --device-name work" },
  { name: "code: the one big thing", type: "code-type text-code sm:text-code-wide", says: "BCDF-GHJK" },
];

const corners = [
  { name: "sm, 6 px: what stands in a line", box: "rounded-sm" },
  { name: "md, 10 px: what is clicked or typed into", box: "rounded-md" },
  { name: "lg, 14 px: a sheet", box: "rounded-lg shadow-card" },
  { name: "lg, raised: what lies above the page", box: "rounded-lg shadow-raised" },
];

const steps = [
  { name: "4", bar: "w-1" },
  { name: "8", bar: "w-2" },
  { name: "12", bar: "w-3" },
  { name: "16", bar: "w-4" },
  { name: "24", bar: "w-6" },
  { name: "40", bar: "w-10" },
  { name: "56", bar: "w-14" },
];

export function TypeAndSpace() {
  return (
    <>
      <Tray name="Type: Geist and Geist Mono, from this server" className="flex-col gap-y-5">
        {sizes.map(({ name, type, says }) => (
          <Specimen key={name} name={name}>
            <p className={cn("min-w-0 wrap-anywhere", type)}>{says}</p>
          </Specimen>
        ))}
      </Tray>
      <Tray name="Space, in pixels">
        {steps.map(({ name, bar }) => (
          <Specimen key={name} name={name}>
            <div className={cn("h-8 rounded-[2px] bg-accent-soft outline outline-border-strong", bar)} />
          </Specimen>
        ))}
      </Tray>
      <Tray name="Corners and shadows">
        {corners.map(({ name, box }) => (
          <Specimen key={name} name={name}>
            <div className={cn("h-16 w-40 border bg-card", box)} />
          </Specimen>
        ))}
      </Tray>
    </>
  );
}
