import { Fragment } from "react";
import { cn } from "@/lib/cn";
import { CopyButton } from "./copy-button";

/** A command as it is typed, and a button that takes it along. It breaks between words, never in an option. */
export function CommandLine({ command, className }: { command: string; className?: string }) {
  return (
    <div
      className={cn(
        "inline-flex max-w-full items-center gap-1 rounded-md border border-border-strong bg-muted py-1 pr-1 pl-3.5",
        className,
      )}
    >
      <code className="min-w-0 py-1 font-mono text-sm/5 font-medium break-words">
        {command.split(" ").map((word, index) => (
          <Fragment key={index}>
            {index > 0 && " "}
            <span className="inline-block max-w-full break-words">{word}</span>
          </Fragment>
        ))}
      </code>
      <CopyButton text={command} label="Copy command" />
    </div>
  );
}
