import { Badge } from "@/components/ui/badge";
import type { Standing } from "./device-standing";

export function DeviceBadge({ standing }: { standing: Standing }) {
  switch (standing.kind) {
    case "revoked":
      return <Badge tone="danger">Revoked</Badge>;
    case "expired":
      return <Badge tone="neutral">Expired</Badge>;
    case "ends-soon":
      return (
        <Badge tone="warn">{standing.days === 1 ? "Ends in 1 day" : `Ends in ${standing.days} days`}</Badge>
      );
    case "new":
      return <Badge tone="ok">New</Badge>;
    case "never-used":
      return <Badge tone="neutral">Never used</Badge>;
    case "fine":
      return null;
  }
}
