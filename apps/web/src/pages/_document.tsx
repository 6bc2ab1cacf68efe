import { Head, Html, Main, NextScript } from "next/document";

/** The frame of the pages in this folder: those that must be whole without a script. */
export default function Document() {
  return (
    <Html lang="en">
      <Head>
        <meta name="robots" content="noindex" />
        {/* A code may stand in the address. */}
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f7f6f2" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#101214" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
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
