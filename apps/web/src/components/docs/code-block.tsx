import { useTranslations } from "#translations";
import { CopyButton } from "@/components/site/copy-button";
import { highlight, type Language } from "@/lib/highlight";

interface CodeBlockProps {
  title: string;
  text: string;
  language: Language;
}

/** Code as a terminal shows it, coloured on the server, with a button that takes it along. */
export function CodeBlock({ title, text, language }: CodeBlockProps) {
  const t = useTranslations("docs");
  return (
    <figure
      dir="ltr"
      className="code-block overflow-hidden rounded-md border border-screen-line bg-screen text-screen-foreground"
    >
      <figcaption className="flex min-h-10 items-center justify-between gap-3 border-b border-screen-line py-0.5 pr-1 pl-4 text-fine text-screen-soft">
        {title}
        <CopyButton text={text} label={t("copy", { title })} />
      </figcaption>
      <Code title={title} text={text} language={language} />
    </figure>
  );
}

/** Without a head, for where the line above says what it is. */
export function PlainCode(props: CodeBlockProps) {
  return (
    <div
      dir="ltr"
      className="code-block overflow-hidden rounded-md border border-screen-line bg-screen text-screen-foreground"
    >
      <Code {...props} />
    </div>
  );
}

function Code({ title, text, language }: CodeBlockProps) {
  // Long lines scroll here, so whoever has no mouse must be able to come in.
  return (
    <pre tabIndex={0} aria-label={title} role="region" className="overflow-x-auto px-4 py-3 text-fine.5">
      <code dangerouslySetInnerHTML={{ __html: highlight(text, language) }} />
    </pre>
  );
}
