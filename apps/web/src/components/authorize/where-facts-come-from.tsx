import type { Source } from "@alprina/api";
import { PlacesCredit } from "@/components/site/places-credit";

interface WhereFactsComeFromProps {
  sources: Source[];
  /** Of the other facts. */
  children: string | null;
}

/** How much each fact is to be believed, and whose lists they are from. */
export function WhereFactsComeFrom({ children, sources }: WhereFactsComeFromProps) {
  const isListed = sources.some(({ place, network }) => place !== null || network !== null);
  if (!children && !isListed) return null;
  return (
    <p className="mt-3 text-fine text-muted-foreground">
      {children} {isListed && <PlacesCredit />}
    </p>
  );
}
