import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

interface WayRowProps {
  icon: LucideIcon;
  /** What it is called, or the form that changes that. */
  title: ReactNode;
  facts: ReactNode;
  problem?: string | null;
  children?: ReactNode;
}

/** One of the ways in: what it is, beside what can be done with it. */
export function WayRow({ icon: Icon, title, facts, problem, children }: WayRowProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 px-4 py-4 sm:flex-nowrap sm:px-5">
      <span
        aria-hidden
        className="grid size-11 shrink-0 place-items-center self-start rounded-md border bg-muted text-muted-foreground"
      >
        <Icon className="size-5" strokeWidth={1.75} />
      </span>
      <div className="min-w-0 flex-1 max-sm:basis-[calc(100%-3.75rem)]">
        {title}
        <p className="text-sm/5 wrap-anywhere text-muted-foreground">{facts}</p>
        {problem && (
          <p role="alert" className="mt-1 text-sm text-danger">
            {problem}
          </p>
        )}
      </div>
      {children && <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:justify-end">{children}</div>}
    </li>
  );
}
