import NextDocument, { Head, Html, Main, NextScript, type DocumentContext } from "next/document";
import { publicConfig } from "@/env";
import { chooseLanguage } from "@/i18n/choose-language";
import { cookieIn } from "@/lib/cookies";
import { directionOf, type Language } from "@/lib/language";
import { PAPER, readTheme, THEME_COOKIE, type Theme } from "@/lib/theme";
import type { BrandLinks } from "@/server/brand";

interface FrameProps {
  language: Language;
  theme: Theme;
  brand: BrandLinks;
}

/** The frame of the pages in this folder: those that must be whole without a script. */
export default function Document({ language, theme, brand }: FrameProps) {
  return (
    <Html lang={language} dir={directionOf(language)} data-theme={theme === "system" ? undefined : theme}>
      <Head>
        {/* A code may stand in the address. */}
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content={theme === "system" ? "light dark" : theme} />
        {theme === "system" ? (
          <>
            <meta name="theme-color" media="(prefers-color-scheme: light)" content={PAPER.light} />
            <meta name="theme-color" media="(prefers-color-scheme: dark)" content={PAPER.dark} />
          </>
        ) : (
          <meta name="theme-color" content={PAPER[theme]} />
        )}
        <link rel="icon" href={brand.icon} type={brand.iconType} />
        {brand.style && <link rel="stylesheet" href={brand.style} />}
        {/* Of our own making, some kilobytes: what it does is in src/enhance. */}
        <script src="/enhance.js" defer />
      </Head>
      <body>
        <Main />
        <NextScript />
      </body>
    </Html>
  );
}

Document.getInitialProps = async (context: DocumentContext) => {
  const { cookie, "accept-language": acceptLanguage } = context.req?.headers ?? {};
  return {
    ...(await NextDocument.getInitialProps(context)),
    brand: publicConfig().brand,
    language: chooseLanguage({ cookie, acceptLanguage }),
    theme: readTheme(cookieIn(cookie, THEME_COOKIE)),
  };
};
