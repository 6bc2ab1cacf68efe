import { useId, type ReactNode } from "react";
import { Card } from "@/components/ui/card";

/** One matter of the account: what it is about beside what can be done. */
export function Section({
  title,
  lead,
  lang,
  children,
}: {
  title: string;
  lead: string;
  /** Where it is not in the page's language. */
  lang?: "en";
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      lang={lang}
      className="grid gap-x-12 gap-y-4 lg:grid-cols-[17rem_minmax(0,1fr)]"
    >
      <div className="lg:pt-4">
        <h2 id={id} className="text-lg/6 font-semibold tracking-tight">
          {title}
        </h2>
        <p className="mt-1 text-sm/5.5 text-muted-foreground max-lg:max-w-140">{lead}</p>
      </div>
      <Card>{children}</Card>
    </section>
  );
}
