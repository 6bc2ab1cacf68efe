import Markdown from "react-markdown";
import rehypeHighlight from "rehype-highlight";
import { CopyButton } from "@/components/site/copy-button";

interface CodeBlockProps {
  language: "bash" | "json" | "text";
  text: string;
  title: string;
}

/** Code as a terminal shows it, coloured on the server, with a button that takes it along. */
export function CodeBlock({ language, text, title }: CodeBlockProps) {
  return (
    <figure className="code-block overflow-hidden rounded-md border border-screen-line bg-screen text-screen-foreground">
      <figcaption className="flex min-h-10 items-center justify-between gap-3 border-b border-screen-line py-0.5 pr-1 pl-4 text-[13px]/5 text-screen-soft">
        {title}
        <CopyButton text={text} label={`Copy: ${title}`} />
      </figcaption>
      {/* Long lines scroll here, so whoever has no mouse must be able to come in. */}
      <div
        tabIndex={0}
        role="region"
        aria-label={title}
        className="overflow-x-auto px-4 py-3 text-[13px]/5.5"
      >
        <Markdown rehypePlugins={[rehypeHighlight]}>{`\`\`\`\`${language}\n${text}\n\`\`\`\``}</Markdown>
      </div>
    </figure>
  );
}
