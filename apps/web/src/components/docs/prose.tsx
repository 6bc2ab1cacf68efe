import Markdown from "react-markdown";
import { cn } from "@/lib/cn";

/** What the document says in Markdown. */
export function Prose({ text, className }: { text: string; className?: string }) {
  return (
    <div lang="en" dir="ltr" className={cn("prose", className)}>
      <Markdown>{text}</Markdown>
    </div>
  );
}
