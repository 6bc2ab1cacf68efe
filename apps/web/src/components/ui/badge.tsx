import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

const badgeVariants = cva(
  "inline-flex items-center rounded-full align-middle px-2 py-px text-xs/5 font-semibold whitespace-nowrap",
  {
    variants: {
      tone: {
        ok: "bg-ok-tint text-ok",
        warn: "bg-warn-tint text-warn",
        danger: "bg-danger-tint text-danger",
        neutral: "bg-secondary text-muted-foreground",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

export function Badge({
  tone,
  className,
  ...props
}: ComponentProps<"span"> & VariantProps<typeof badgeVariants>) {
  return <span className={cn(badgeVariants({ tone }), className)} {...props} />;
}
