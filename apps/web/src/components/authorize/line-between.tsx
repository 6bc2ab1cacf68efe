import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

interface LineBetweenProps {
  /** Solid and green where both sides are near, broken where they are far, plain where nobody knows. */
  tone: "near" | "far" | "plain";
  /** A word or two, one below the other on a wide screen. */
  label: ReactNode;
}

/** The line between the side that asks and the browser. */
export function LineBetween({ tone, label }: LineBetweenProps) {
  const stroke = cn(
    "flex-1 border-s-2 sm:border-s-0 sm:border-t-2",
    tone === "near" ? "border-ok" : tone === "far" ? "border-dashed border-warn" : "border-input",
  );
  return (
    <div className="flex h-16 flex-col items-center sm:h-auto sm:flex-row">
      <span aria-hidden className={stroke} />
      {label && (
        <p
          className={cn(
            "px-1.5 py-1 text-center text-xs/[15px] font-semibold sm:py-0",
            tone === "near" ? "text-ok" : tone === "far" ? "text-warn" : "text-muted-foreground",
          )}
        >
          {label}
        </p>
      )}
      <span aria-hidden className={stroke} />
    </div>
  );
}
