import type { ReactNode } from "react";
import { GuideContents } from "./guide-contents";
import "@/app/docs/docs.css";

/** The frame that every page of the guides stands in. */
export function GuideFrame({
  current = null,
  title,
  lang,
  children,
}: {
  current?: string | null;
  title: string;
  /** Of the title, where it is not the page's. */
  lang?: "en";
  children: ReactNode;
}) {
  return (
    <div className="page-width grid-cols-[14.5rem_minmax(0,1fr)] gap-x-12 pb-20 lg:grid">
      <GuideContents current={current} />
      <main className="min-w-0 max-w-190 pt-8">
        <h1
          lang={lang}
          className="text-title font-semibold tracking-[-0.03em] break-words sm:text-title-wide"
        >
          {title}
        </h1>
        {children}
      </main>
    </div>
  );
}
