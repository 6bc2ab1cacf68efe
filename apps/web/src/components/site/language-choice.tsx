import { Check, Languages } from "lucide-react";
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "#translations";
import { languageNames, offeredLanguages, readOfferedLanguage } from "@/lib/language";

/** Each language by its own name, as buttons of a plain form. `children` says where it comes back to. */
export function LanguageChoice({ children }: { children: ReactNode }) {
  const t = useTranslations("site");
  const current = readOfferedLanguage(useLocale());
  return (
    <details className="relative">
      <summary className="flex h-8 list-none items-center gap-2 rounded-md border px-2.5 hover:text-foreground [&::-webkit-details-marker]:hidden">
        <Languages className="size-4" aria-hidden />
        <span className="sr-only">{t("footer.language")}</span>
        <span lang={current ?? "en"}>{languageNames[current ?? "en"]}</span>
      </summary>
      <form
        method="post"
        action="/language"
        data-plain
        className="absolute start-0 bottom-full z-10 mb-1.5 w-44 rounded-md border bg-popover p-1 text-popover-foreground shadow-raised"
      >
        {children}
        {offeredLanguages.map((language) => (
          <button
            key={language}
            name="language"
            value={language}
            lang={language}
            aria-current={language === current ? "true" : undefined}
            className="flex h-9 w-full items-center justify-between rounded-sm px-2.5 text-start text-sm font-medium hover:bg-accent"
          >
            {languageNames[language]}
            {language === current && <Check className="size-4 text-ok" aria-hidden />}
          </button>
        ))}
      </form>
    </details>
  );
}
