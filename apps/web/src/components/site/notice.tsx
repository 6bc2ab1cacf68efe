import type { ReactNode } from "react";

interface NoticeProps {
  command: string;
  output: string;
  title: string;
  children: ReactNode;
}

/** A page that is only a message: first as a terminal would say it, then in words. */
export function Notice({ command, output, title, children }: NoticeProps) {
  return (
    <main className="column-width flex-1 pt-12 pb-16 sm:pt-24">
      <p aria-hidden dir="ltr" className="text-start font-mono text-sm/6 text-muted-foreground">
        <span className="text-ok">$</span> <span translate="no">{command}</span>
        <br />
        {output}
        <span className="ms-1.5 inline-block h-[1.05em] w-[0.55em] translate-y-[0.2em] animate-cursor bg-ok" />
      </p>
      <h1 className="mt-5 text-question font-semibold tracking-[-0.025em] sm:text-question-wide">{title}</h1>
      <div className="mt-2 max-w-140 text-muted-foreground">{children}</div>
    </main>
  );
}
