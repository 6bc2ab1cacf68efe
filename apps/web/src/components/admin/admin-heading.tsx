import type { ReactNode } from "react";
import { ADMIN_TITLE } from "./admin-title";

/** What a page for operators is about. */
export function AdminHeading({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <>
      <h1
        id={ADMIN_TITLE}
        tabIndex={-1}
        className="mt-7 text-question font-semibold tracking-[-0.025em] wrap-anywhere sm:mt-9 sm:text-question-wide"
      >
        {title}
      </h1>
      <div className="mt-1 text-body text-muted-foreground sm:text-base/6">{children}</div>
    </>
  );
}
