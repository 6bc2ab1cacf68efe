import type { AddressComparison } from "@/lib/addresses";
import { cn } from "@/lib/cn";

const words = {
  same: ["same", "address"],
  different: ["different", "address"],
  unknown: null,
} satisfies Record<AddressComparison, [string, string] | null>;

/**
 * The line between the terminal and the browser: solid where both come from one address, broken where they do not.
 * Two addresses alone are no alarm (a phone beside a laptop has another one), so it stays grey.
 */
export function LineBetween({ addresses }: { addresses: AddressComparison }) {
  const label = words[addresses];
  const stroke = cn(
    "flex-1 border-l-2 sm:border-t-2 sm:border-l-0",
    addresses === "same" ? "border-ok" : "border-input",
    addresses === "different" && "border-dashed",
  );
  return (
    <div className="flex h-16 flex-col items-center sm:h-auto sm:flex-row">
      <span aria-hidden className={stroke} />
      {label && (
        <p
          className={cn(
            "px-1.5 py-1 text-center text-xs/[15px] font-semibold sm:py-0",
            addresses === "same" ? "text-ok" : "text-muted-foreground",
          )}
        >
          {label[0]} <br className="max-sm:hidden" />
          {label[1]}
        </p>
      )}
      <span aria-hidden className={stroke} />
    </div>
  );
}
