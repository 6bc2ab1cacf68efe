import { Check } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** The browser's own checkbox, drawn by us. */
export function Checkbox({ className, ...props }: Omit<ComponentProps<"input">, "type">) {
  return (
    <span className={cn("relative grid size-5 shrink-0 place-items-center", className)}>
      <input
        type="checkbox"
        className="peer size-5 cursor-pointer appearance-none rounded-sm border border-muted-foreground bg-card transition-colors checked:border-primary checked:bg-primary enabled:hover:border-foreground checked:enabled:hover:bg-primary-hover disabled:cursor-not-allowed"
        {...props}
      />
      <Check
        aria-hidden
        strokeWidth={3}
        className="pointer-events-none absolute size-3.5 text-primary-foreground opacity-0 peer-checked:opacity-100"
      />
    </span>
  );
}
