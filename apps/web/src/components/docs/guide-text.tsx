import Link from "next/link";
import { Children, isValidElement, type ReactNode } from "react";
import Markdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { anchorOf, guideHref } from "@/lib/guides";
import { languageOf } from "@/lib/highlight";
import { PlainCode } from "./code-block";

/** A guide's Markdown, with its code coloured and its links kept on this server. */
export function GuideText({ text }: { text: string }) {
  return (
    <div lang="en" dir="ltr" className="prose guide mt-5 text-base/7">
      <Markdown remarkPlugins={[remarkGfm, lineBreaks]} components={parts}>
        {text}
      </Markdown>
    </div>
  );
}

interface MarkdownNode {
  type: string;
  value?: string;
  children?: MarkdownNode[];
}

/** In the cell of a table a line ends with `<br>`: the one thing of HTML that the guides use. */
function lineBreaks() {
  return function breakLines(node: MarkdownNode): void {
    if (node.type === "html" && node.value === "<br>") node.type = "break";
    node.children?.forEach(breakLines);
  };
}

const parts: Components = {
  h2: ({ children }) => (
    <h2
      id={anchorOf(textOf(children))}
      className="mt-12 mb-3 scroll-mt-6 text-2xl/8 font-semibold tracking-[-0.02em]"
    >
      {children}
    </h2>
  ),
  h3: ({ children }) => (
    <h3 id={anchorOf(textOf(children))} className="mt-8 mb-2 scroll-mt-6 text-lg/7 font-semibold">
      {children}
    </h3>
  ),
  a: ({ href = "", children }) => {
    const to = guideHref(href);
    if (to === null) return <>{children}</>;
    if (/^https?:/.test(to)) {
      return (
        <a href={to} target="_blank" rel="noreferrer" className="link">
          {children}
        </a>
      );
    }
    return (
      <Link href={to} prefetch={false} className="link">
        {children}
      </Link>
    );
  },
  pre: ({ children }) => {
    const { className = "", children: code } = isValidElement<{ className?: string; children?: ReactNode }>(
      children,
    )
      ? children.props
      : {};
    const language = languageOf(className.replace("language-", ""));
    const text = textOf(code).trimEnd();
    return (
      <div className="my-5">
        <PlainCode title={`${titles[language]}: ${text.split("\n")[0]}`} text={text} language={language} />
      </div>
    );
  },
  // Wide ones scroll by themselves, so whoever has no mouse must be able to come in.
  table: ({ children }) => (
    <div
      tabIndex={0}
      role="region"
      aria-label={`Table: ${textOf(Children.toArray(children)[0])}`}
      className="my-5 overflow-x-auto rounded-md border bg-card"
    >
      <table className="w-full border-collapse text-sm/5.5">{children}</table>
    </div>
  ),
  th: ({ children }) => <th className="border-b px-3.5 py-2 text-start font-semibold">{children}</th>,
  td: ({ children }) => <td className="border-t px-3.5 py-2 align-top">{children}</td>,
};

const titles: Record<ReturnType<typeof languageOf>, string> = {
  bash: "Commands",
  json: "JSON",
  javascript: "JavaScript",
  typescript: "TypeScript",
  go: "Go",
  python: "Python",
  nginx: "nginx configuration",
  yaml: "YAML",
  ini: "Configuration",
  plaintext: "Example",
};

function textOf(node: ReactNode): string {
  if (typeof node === "string" || typeof node === "number") return String(node);
  if (Array.isArray(node)) return node.map(textOf).join("");
  return isValidElement<{ children?: ReactNode }>(node) ? textOf(node.props.children) : "";
}
