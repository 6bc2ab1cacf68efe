"use client";

import { useSyncExternalStore } from "react";
import de from "../../messages/de/frame";
import en from "../../messages/en/frame";
import es from "../../messages/es/frame";
import fr from "../../messages/fr/frame";
import ja from "../../messages/ja/frame";
import zh from "../../messages/zh/frame";
import { readOfferedLanguage, type OfferedLanguage } from "@/lib/language";
import "./globals.css";

const words = { de, en, es, fr, ja, zh };

/** The frame itself failed, and with it whatever hands words out: as little as possible, so that it cannot fail too. */
export default function GlobalError() {
  const language = useSyncExternalStore(never, languageHere, () => "en" as const);
  const { title, text } = words[language];
  return (
    <html lang={language}>
      <body>
        <title>{title}</title>
        <main className="column-width py-16">
          <h1 className="text-question font-semibold tracking-tight">{title}</h1>
          <p className="mt-2 text-muted-foreground">{text}</p>
        </main>
      </body>
    </html>
  );
}

const never = () => () => {};

/** The language of the page that was there, else the browser's: the choice is in a cookie that no script can read. */
function languageHere(): OfferedLanguage {
  for (const wanted of [document.documentElement.lang, ...navigator.languages]) {
    const [primary] = wanted.split("-");
    const offered = readOfferedLanguage(primary);
    if (offered) return offered;
  }
  return "en";
}
