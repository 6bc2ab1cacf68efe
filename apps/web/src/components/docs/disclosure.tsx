import type { ReactNode } from "react";

/** One line that opens. The browser's own, so that it is found by its search and costs no script. */
export function Disclosure({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="disclosure">
      <summary className="-mx-2 flex list-none items-start gap-2 rounded-sm px-2 py-2 hover:bg-accent [&::-webkit-details-marker]:hidden">
        <span className="chevron" aria-hidden />
        <span className="min-w-0 flex-1">{summary}</span>
      </summary>
      <div className="pt-1 pb-3 ps-6">{children}</div>
    </details>
  );
}
