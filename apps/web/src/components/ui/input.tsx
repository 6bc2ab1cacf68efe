import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

export const fieldClasses =
  "w-full min-w-0 rounded-md border border-input bg-card text-foreground transition-colors placeholder:text-muted-foreground/70 hover:border-muted-foreground focus-visible:border-ring focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-ring/40 aria-invalid:border-danger aria-invalid:focus-visible:outline-danger/40 disabled:opacity-60";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input className={cn(fieldClasses, "h-11 px-3.5 text-base", className)} {...props} />;
}
