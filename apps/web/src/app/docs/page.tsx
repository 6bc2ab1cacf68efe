import type { Metadata } from "next";
import Link from "next/link";
import { GuideFrame } from "@/components/docs/guide-frame";
import { translations } from "@/i18n/request";
import { chapters } from "@/lib/guides";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translations("docs");
  return { title: t("guides"), description: t("guidesDescription") };
}

export default async function GuidesPage() {
  const t = await translations("docs");
  return (
    <GuideFrame title={t("guides")}>
      {chapters.map(({ title, guides }) => (
        <section key={title} lang="en" className="mt-9">
          <h2 className="text-lg/7 font-semibold">{title}</h2>
          <ul className="mt-2 divide-y rounded-lg border bg-card">
            {guides.map(({ name, slug, says }) => (
              <li key={slug}>
                <Link
                  href={`/docs/${slug}`}
                  prefetch={false}
                  className="block px-4 py-3 hover:bg-muted sm:px-5"
                >
                  <span className="font-medium">{name}</span>
                  {says && <span className="block text-sm/5.5 text-muted-foreground">{plain(says)}</span>}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="mt-9 text-body text-muted-foreground">
        {t.rich("everyCallStands", {
          link: (words) => (
            <Link href="/docs/api" className="link">
              {words}
            </Link>
          ),
        })}
      </p>
    </GuideFrame>
  );
}

/** As a sentence of its own, without the marks of code. */
function plain(says: string): string {
  const text = says.replaceAll("`", "");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
