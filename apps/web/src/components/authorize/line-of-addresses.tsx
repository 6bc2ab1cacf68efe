import type { AddressComparison } from "@/lib/addresses";
import { LineBetween } from "./line-between";

/** Two addresses alone are no alarm (a phone beside a laptop has another one), so the broken line stays grey. */
export function LineOfAddresses({ addresses }: { addresses: AddressComparison }) {
  switch (addresses) {
    case "same":
      return <LineBetween tone="near" label={["same", "address"]} />;
    case "different":
      return <LineBetween tone="far" label={["different", "address"]} />;
    case "unknown":
      return <LineBetween tone="plain" label={null} />;
  }
}
