import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { cn } from "@/lib/cn";

/** One chapter of the design page. */
export function Chapter({
  id,
  title,
  says,
  children,
}: {
  id: string;
  title: string;
  says: string;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="mt-14 scroll-mt-6">
      <h2 id={id} className="text-2xl/8 font-semibold tracking-tight">
        {title}
      </h2>
      <p className="mt-1 max-w-150 text-body text-muted-foreground">{says}</p>
      <div className="mt-6 space-y-6">{children}</div>
    </section>
  );
}

interface SpecimenProps {
  name: string;
  children: ReactNode;
  /** As wide as there is room, like a card. */
  wide?: boolean;
}

/** A part in one of its states, with what it is called. */
export function Specimen({ name, children, wide }: SpecimenProps) {
  return (
    <figure className="min-w-0">
      <div className={wide ? "space-y-4" : "flex flex-wrap items-center gap-3"}>{children}</div>
      <figcaption className="mt-2 text-fine text-muted-foreground">{name}</figcaption>
    </figure>
  );
}

/** Specimens of one part beside each other. */
export function Tray({
  name,
  children,
  className,
}: {
  name: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <Card className="p-5 sm:p-6">
      <h3 className="text-body font-semibold">{name}</h3>
      <div className={cn("mt-4 flex flex-wrap gap-x-8 gap-y-6", className)}>{children}</div>
    </Card>
  );
}
