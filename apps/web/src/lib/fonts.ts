import localFont from "next/font/local";

// The cut with the Latin letters of all our languages goes ahead with the page. That of rarer ones, for people's and
// devices' names, is fetched when one is met. Next reads these calls when it builds, so every value stands there as
// it is.
const sans = localFont({
  src: "../../node_modules/@fontsource-variable/geist/files/geist-latin-wght-normal.woff2",
  variable: "--font-geist-sans-latin",
  weight: "100 900",
  display: "swap",
  adjustFontFallback: false,
});

const sansRarer = localFont({
  src: "../../node_modules/@fontsource-variable/geist/files/geist-latin-ext-wght-normal.woff2",
  variable: "--font-geist-sans-rarer",
  weight: "100 900",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value: "U+0100-0130, U+0132-0151, U+0154-02BA, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0",
    },
  ],
});

const mono = localFont({
  src: "../../node_modules/@fontsource-variable/geist-mono/files/geist-mono-latin-wght-normal.woff2",
  variable: "--font-geist-mono-latin",
  weight: "100 900",
  display: "swap",
  adjustFontFallback: false,
});

/** The faces' names as CSS variables, for the element around a page: `globals.css` makes its stacks of them. */
export const fontVariables = [sans, sansRarer, mono].map(({ variable }) => variable).join(" ");
