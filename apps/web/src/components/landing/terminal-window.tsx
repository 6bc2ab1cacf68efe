import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

interface TerminalWindowProps {
  label: string;
  className?: string;
  children: ReactNode;
}

/** A terminal, drawn: ink in both themes. What it shows is what the command line really prints. */
export function TerminalWindow({ label, className, children }: TerminalWindowProps) {
  return (
    <div
      role="img"
      // What a terminal prints is English, from left to right.
      dir="ltr"
      lang="en"
      aria-label={label}
      className={cn(
        "overflow-hidden rounded-lg border border-screen-line bg-screen text-screen-foreground",
        className,
      )}
    >
      <div aria-hidden className="flex gap-1.5 border-b border-screen-line px-4 py-3">
        {[0, 1, 2].map((light) => (
          <span key={light} className="size-2.5 rounded-full bg-screen-line" />
        ))}
      </div>
      <div className="px-4 py-4 font-mono text-fine/6 sm:px-5">{children}</div>
    </div>
  );
}
