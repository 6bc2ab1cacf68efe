import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

const calloutVariants = cva("rounded-lg border px-4 py-3 text-body", {
  variants: {
    tone: {
      neutral: "border-border bg-muted text-foreground",
      ok: "border-transparent bg-ok-tint text-ok",
      warn: "border-warn-border bg-warn-tint text-warn",
      danger: "border-danger-border bg-danger-tint text-danger",
    },
  },
  defaultVariants: { tone: "neutral" },
});

/** A sentence that must not be overlooked. With `role="alert"` it is read out when it appears. */
export function Callout({
  tone,
  className,
  ...props
}: ComponentProps<"div"> & VariantProps<typeof calloutVariants>) {
  return <div className={cn(calloutVariants({ tone }), className)} {...props} />;
}
