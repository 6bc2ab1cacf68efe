import NextDocument, { Head, Html, Main, NextScript, type DocumentContext } from "next/document";
import { publicConfig } from "@/env";
import { PAPER, readTheme, themeInCookies, type Theme } from "@/lib/theme";
import type { BrandLinks } from "@/server/brand";

interface FrameProps {
  theme: Theme;
  brand: BrandLinks;
}

/** The frame of the pages in this folder: those that must be whole without a script. */
export default function Document({ theme, brand }: FrameProps) {
  return (
    <Html lang="en" data-theme={theme === "system" ? undefined : theme}>
      <Head>
        <meta name="description" content="See who asks to sign in as you, and decide." />
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

Document.getInitialProps = async (context: DocumentContext) => ({
  ...(await NextDocument.getInitialProps(context)),
  brand: publicConfig().brand,
  theme: readTheme(themeInCookies(context.req?.headers.cookie)),
});
