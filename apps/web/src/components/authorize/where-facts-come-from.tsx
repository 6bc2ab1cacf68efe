import type { Source } from "@alprina/api";

interface WhereFactsComeFromProps {
  sources: Source[];
  /** Of the other facts. */
  children: string | null;
}

/** How much each fact is to be believed, and whose list of places it is (their licence asks for the name). */
export function WhereFactsComeFrom({ children, sources }: WhereFactsComeFromProps) {
  const hasPlace = sources.some(({ place }) => place !== null);
  if (!children && !hasPlace) return null;
  return (
    <p className="mt-3 text-[13px]/5 text-muted-foreground">
      {children}{" "}
      {hasPlace && (
        <>
          Places are by the lists of the{" "}
          <a href="https://www.nro.net/" target="_blank" rel="noreferrer" className="link">
            NRO
          </a>
          , and can be wrong.
        </>
      )}
    </p>
  );
}
