import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GuideFrame } from "@/components/docs/guide-frame";
import { GuideText } from "@/components/docs/guide-text";
import { guides } from "@/lib/guides";

async function find(params: PageProps<"/docs/[guide]">["params"]) {
  const { guide: slug } = await params;
  const guide = Object.hasOwn(guides, slug) ? guides[slug] : undefined;
  return guide ? { slug, ...guide } : notFound();
}

export async function generateMetadata({ params }: PageProps<"/docs/[guide]">): Promise<Metadata> {
  return { title: (await find(params)).title };
}

export default async function GuidePage({ params }: PageProps<"/docs/[guide]">) {
  const { slug, title, text } = await find(params);
  return (
    <GuideFrame current={slug} title={title} lang="en">
      <GuideText text={text} />
    </GuideFrame>
  );
}
