"use client";

import { useEffect, useRef, type ReactNode } from "react";

interface PageHeadingProps {
  title: string;
  lead: ReactNode;
  /** Moves the focus here: the page has changed under somebody who may not see it. */
  announce?: boolean;
}

export function PageHeading({ title, lead, announce = false }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!announce) return;
    window.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [announce]);
  return (
    <div className="max-w-150">
      <h1
        ref={heading}
        tabIndex={announce ? -1 : undefined}
        className="text-question font-semibold tracking-[-0.025em] sm:text-question-wide"
      >
        {title}
      </h1>
      <p className="mt-2 text-body text-muted-foreground sm:text-base/6">{lead}</p>
    </div>
  );
}
