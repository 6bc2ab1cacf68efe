import Link from "next/link";
import { useTranslations } from "#translations";
import type { Theme } from "@/lib/theme";
import { Here } from "./here";
import { LanguageChoice } from "./language-choice";
import { ThemeChoice } from "./theme-choice";

/** Below every page: where to read on, in which language, and how it looks. */
export function SiteFooter({ theme }: { theme: Theme }) {
  const t = useTranslations("site");
  return (
    <footer className="page-width mt-16 text-sm/6 text-muted-foreground">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t py-5">
        <nav aria-label={t("footer.more")} className="flex flex-wrap gap-x-5">
          <Link href="/docs" prefetch={false} className="hover:text-foreground">
            {t("footer.guides")}
          </Link>
          <Link href="/docs/api" prefetch={false} className="hover:text-foreground">
            {t("footer.reference")}
          </Link>
        </nav>
        <div className="flex flex-wrap items-center gap-3">
          <LanguageChoice>
            <Here />
          </LanguageChoice>
          <ThemeChoice theme={theme} />
        </div>
      </div>
    </footer>
  );
}
