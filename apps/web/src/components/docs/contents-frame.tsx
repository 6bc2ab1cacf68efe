import type { ReactNode } from "react";

interface ContentsFrameProps {
  /** What a screen reader calls the list. */
  label: string;
  /** What it is folded under where there is no room beside the text. */
  title: string;
  children: ReactNode;
}

/** A list of what there is to read: beside the text where there is room, else folded above it. */
export function ContentsFrame({ label, title, children }: ContentsFrameProps) {
  return (
    <>
      <nav
        aria-label={label}
        className="sticky top-0 -ms-2 hidden max-h-dvh self-start overflow-y-auto py-6 pe-2 lg:block"
      >
        {children}
      </nav>
      <details className="mt-8 rounded-lg border bg-card px-4 py-1 lg:hidden">
        <summary className="py-2.5 text-body font-semibold">{title}</summary>
        <nav aria-label={label} className="-ms-2 pb-3">
          {children}
        </nav>
      </details>
    </>
  );
}
