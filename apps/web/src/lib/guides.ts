import generated from "../../generated/guides.json";

export interface GuideLink {
  name: string;
  slug: string;
  says: string | null;
}

interface Guides {
  chapters: { title: string; guides: GuideLink[] }[];
  guides: Record<string, { title: string; text: string } | undefined>;
  /** The programs that the guides show, by their path in the project. */
  sources: Record<string, string | undefined>;
}

/** The guides as they stood when this server was built. */
export const { chapters, guides, sources } = generated as Guides;

/** Where a link of a guide leads on this server; null for what is not on it. */
export function guideHref(href: string): string | null {
  if (/^(https?:|#|\/)/.test(href)) return href;
  const [path = "", anchor] = href.split("#");
  const hash = anchor ? `#${anchor}` : "";
  const slug = path.replace(/\.md$/, "");
  if (Object.hasOwn(guides, slug)) return `/docs/${slug}${hash}`;
  const source = path.replace(/^\.\.\//, "");
  return Object.hasOwn(sources, source) ? `/docs/source/${source}` : null;
}

/** A heading's name in the address: the same as on the project's own page. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}
