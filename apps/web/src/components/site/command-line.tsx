import { Fragment } from "react";
import { useTranslations } from "#translations";
import { cn } from "@/lib/cn";
import { CopyButton } from "./copy-button";

/** A command as it is typed, and a button that takes it along. It breaks between words, never in an option. */
export function CommandLine({ command, className }: { command: string; className?: string }) {
  const t = useTranslations("site");
  return (
    <div
      dir="ltr"
      className={cn(
        "inline-flex max-w-full items-center gap-1 rounded-md border border-border-strong bg-muted py-1 ps-3.5 pe-1",
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
      <CopyButton text={command} label={t("copy.command")} />
    </div>
  );
}
