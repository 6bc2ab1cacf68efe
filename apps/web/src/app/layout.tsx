import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { SiteFooter } from "@/components/site/site-footer";
import { SiteHeader } from "@/components/site/site-header";
import { publicConfig } from "@/env";
import { currentLanguage, translations } from "@/i18n/request";
import { Translated } from "@/i18n/translated";
import { fontVariables } from "@/lib/fonts";
import { directionOf } from "@/lib/language";
import { viewerOf } from "@/lib/person";
import { PAPER, readTheme, THEME_COOKIE } from "@/lib/theme";
import { currentOperator, currentPerson } from "@/server/current-person";
import "./globals.css";

// Every page knows who is looking, and what the operator has set since the build.
export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const { appName, brand } = publicConfig();
  const words = await translations("landing");
  return {
    title: { default: appName, template: `%s · ${appName}` },
    description: words("description"),
    // A code may stand in the address.
    referrer: "no-referrer",
    icons: { icon: { url: brand.icon, type: brand.iconType } },
  };
}

const chosenTheme = async () => readTheme((await cookies()).get(THEME_COOKIE)?.value);

export async function generateViewport(): Promise<Viewport> {
  const theme = await chosenTheme();
  if (theme !== "system") return { colorScheme: theme, themeColor: PAPER[theme] };
  return {
    colorScheme: "light dark",
    themeColor: [
      { media: "(prefers-color-scheme: light)", color: PAPER.light },
      { media: "(prefers-color-scheme: dark)", color: PAPER.dark },
    ],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Without a database nobody can be looked up; the page inside says so, and the frame must stand for it.
  const person = await currentPerson().catch(() => null);
  const operator = person && (await currentOperator().catch(() => null));
  const theme = await chosenTheme();
  const { appName, brand } = publicConfig();
  const language = await currentLanguage();
  return (
    <html
      lang={language}
      dir={directionOf(language)}
      data-theme={theme === "system" ? undefined : theme}
      className={fontVariables}
    >
      <body className="flex min-h-dvh flex-col">
        {brand.style && <link rel="stylesheet" href={brand.style} precedence="brand" />}
        <Translated>
          <SiteHeader appName={appName} mark={brand.mark} viewer={person && viewerOf(person, operator)} />
          <div className="grow">{children}</div>
          <SiteFooter theme={theme} />
        </Translated>
      </body>
    </html>
  );
}
