import { Check, Globe, LoaderCircle, SquareTerminal, X, type LucideIcon } from "lucide-react";
import { cn } from "@/lib/cn";

export type JoinTone = "joined" | "joining" | "used" | "refused" | "lost";

const tones = {
  joined: { line: "border-ok", badge: "bg-ok-tint text-ok", icon: Check },
  joining: { line: "border-ok border-dashed", badge: "bg-ok-tint text-ok", icon: LoaderCircle },
  used: { line: "border-input", badge: "bg-secondary text-muted-foreground", icon: Check },
  refused: { line: "border-dashed border-danger/60", badge: "bg-danger-tint text-danger", icon: X },
  lost: { line: "border-dashed border-input", badge: null, icon: null },
} satisfies Record<JoinTone, { line: string; badge: string | null; icon: LucideIcon | null }>;

/** The two sides again, and what became of the line between them. */
export function JoinedSides({ tone }: { tone: JoinTone }) {
  const { line, badge, icon: Icon } = tones[tone];
  return (
    <div aria-hidden className="flex max-w-66 items-center">
      <Tile icon={SquareTerminal} />
      <span className={cn("flex-1 border-t-2", line)} />
      {Icon && (
        <>
          <span className={cn("mx-1.5 grid size-8 animate-appear place-items-center rounded-full", badge)}>
            <Icon className={cn("size-4.5", tone === "joining" && "animate-spin")} strokeWidth={2.5} />
          </span>
          <span className={cn("flex-1 border-t-2", line)} />
        </>
      )}
      <Tile icon={Globe} />
    </div>
  );
}

function Tile({ icon: Icon }: { icon: LucideIcon }) {
  return (
    <span className="grid size-14 place-items-center rounded-lg border bg-card text-muted-foreground shadow-card">
      <Icon className="size-6" strokeWidth={1.75} />
    </span>
  );
}
