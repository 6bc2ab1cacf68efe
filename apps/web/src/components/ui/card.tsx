import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** A sheet of paper on the paper: a hairline, and hardly a shadow. */
export function Card({ className, ...props }: ComponentProps<"div">) {
  return (
    <div className={cn("rounded-lg border bg-card text-card-foreground shadow-card", className)} {...props} />
  );
}
