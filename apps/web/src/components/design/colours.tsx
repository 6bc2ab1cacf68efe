import { cn } from "@/lib/cn";
import { Tray } from "./specimen";

// Whole class names, because Tailwind finds no others; a style attribute would be refused by our own policy.
const groups = [
  {
    name: "Paper and ink",
    colours: [
      { token: "background", box: "bg-background" },
      { token: "card", box: "bg-card" },
      { token: "popover", box: "bg-popover" },
      { token: "muted", box: "bg-muted" },
      { token: "secondary", box: "bg-secondary" },
      { token: "foreground", box: "bg-foreground" },
      { token: "muted-foreground", box: "bg-muted-foreground" },
      { token: "border", box: "bg-border" },
      { token: "border-strong", box: "bg-border-strong" },
      { token: "input", box: "bg-input" },
    ],
  },
  {
    name: "The accent, which the operator sets",
    colours: [
      { token: "primary", box: "bg-primary" },
      { token: "primary-hover", box: "bg-primary-hover" },
      { token: "primary-foreground", box: "bg-primary-foreground" },
      { token: "ring", box: "bg-ring" },
      { token: "accent-soft", box: "bg-accent-soft" },
    ],
  },
  {
    name: "What a colour means, whatever the brand",
    colours: [
      { token: "ok", box: "bg-ok" },
      { token: "ok-tint", box: "bg-ok-tint" },
      { token: "warn", box: "bg-warn" },
      { token: "warn-tint", box: "bg-warn-tint" },
      { token: "danger", box: "bg-danger" },
      { token: "danger-tint", box: "bg-danger-tint" },
    ],
  },
  {
    name: "A terminal, in both faces dark",
    colours: [
      { token: "screen", box: "bg-screen" },
      { token: "screen-foreground", box: "bg-screen-foreground" },
      { token: "screen-soft", box: "bg-screen-soft" },
      { token: "screen-green", box: "bg-screen-green" },
    ],
  },
];

export function Colours() {
  return groups.map(({ name, colours }) => (
    <Tray key={name} name={name} className="grid grid-cols-2 gap-4 sm:grid-cols-4 lg:grid-cols-6">
      {colours.map(({ token, box }) => (
        <div key={token} className="min-w-0">
          <div className={cn("h-14 rounded-md border border-border-strong", box)} />
          <p className="mt-1.5 font-mono text-fine wrap-anywhere">{token}</p>
        </div>
      ))}
    </Tray>
  ));
}
