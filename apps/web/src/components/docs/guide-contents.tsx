import Link from "next/link";
import { useTranslations } from "#translations";
import { chapters } from "@/lib/guides";
import { cn } from "@/lib/cn";
import { ContentsFrame } from "./contents-frame";

/** Every guide by its name. */
export function GuideContents({ current }: { current: string | null }) {
  const t = useTranslations("docs");
  return (
    <ContentsFrame label={t("guides")} title={t("everyGuide")}>
      <List current={current} />
    </ContentsFrame>
  );
}

function List({ current }: { current: string | null }) {
  const t = useTranslations("docs");
  const items = chapters.map(({ title, guides }) => ({
    title,
    lang: "en",
    links: guides.map(({ name, slug }) => ({ name, slug, href: `/docs/${slug}` })),
  }));
  const reference = { name: t("reference"), slug: "api", href: "/docs/api" };
  return [...items, { title: t("lookUp"), lang: undefined, links: [reference] }].map(
    ({ title, lang, links }) => (
      <div key={title} lang={lang} className="mb-5 last:mb-0">
        <p className="mb-1 px-2 text-fine/6 font-semibold">{title}</p>
        <ul>
          {links.map(({ name, slug, href }) => (
            <li key={slug}>
              <Link
                href={href}
                prefetch={false}
                aria-current={slug === current ? "page" : undefined}
                className={cn(
                  "block rounded-sm px-2 py-1 text-fine",
                  slug === current
                    ? "bg-accent font-medium text-foreground"
                    : "text-muted-foreground hover:bg-accent hover:text-foreground",
                )}
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    ),
  );
}
