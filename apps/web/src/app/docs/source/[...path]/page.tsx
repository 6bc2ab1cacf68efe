import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CodeBlock } from "@/components/docs/code-block";
import { GuideFrame } from "@/components/docs/guide-frame";
import { sources } from "@/lib/guides";
import { languageOf } from "@/lib/highlight";

async function find(params: PageProps<"/docs/source/[...path]">["params"]) {
  const path = (await params).path.join("/");
  const text = Object.hasOwn(sources, path) ? sources[path] : undefined;
  return text === undefined ? notFound() : { path, name: path.split("/").at(-1) ?? path, text };
}

export async function generateMetadata({ params }: PageProps<"/docs/source/[...path]">): Promise<Metadata> {
  return { title: (await find(params)).name };
}

export default async function SourcePage({ params }: PageProps<"/docs/source/[...path]">) {
  const { path, name, text } = await find(params);
  return (
    <GuideFrame title={name} lang="en">
      <div className="mt-6">
        <CodeBlock title={path} text={text.trimEnd()} language={languageOf(name.split(".").at(-1) ?? "")} />
      </div>
    </GuideFrame>
  );
}
