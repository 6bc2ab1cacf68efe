import { Badge } from "@/components/ui/badge";

interface PersonBadgesProps {
  person: { lockedAt: Date | null; operatorSince: Date | null };
}

/** What is special about an account. */
export function PersonBadges({ person }: PersonBadgesProps) {
  return (
    <>
      {person.operatorSince && <Badge tone="ok">Operator</Badge>}{" "}
      {person.lockedAt && <Badge tone="danger">Locked</Badge>}
    </>
  );
}
