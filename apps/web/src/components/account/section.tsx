import { useId, type ReactNode } from "react";
import { Card } from "@/components/ui/card";

interface SectionProps {
  /** Where a link can lead. */
  id?: string;
  title: string;
  lead: string;
  children: ReactNode;
}

/** One matter of the account: what it is about beside what can be done. */
export function Section({ id, title, lead, children }: SectionProps) {
  const titleId = useId();
  return (
    <section
      id={id}
      aria-labelledby={titleId}
      className="grid gap-x-12 gap-y-4 lg:grid-cols-[17rem_minmax(0,1fr)]"
    >
      <div className="lg:pt-4">
        <h2 id={titleId} className="text-lg/6 font-semibold tracking-tight">
          {title}
        </h2>
        <p className="mt-1 text-sm/5.5 text-muted-foreground max-lg:max-w-140">{lead}</p>
      </div>
      <Card>{children}</Card>
    </section>
  );
}
