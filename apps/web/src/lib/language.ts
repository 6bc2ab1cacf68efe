/** The languages that a person can choose, each by its own name. */
export const languageNames = {
  en: "English",
  de: "Deutsch",
  es: "Español",
  fr: "Français",
  ja: "日本語",
  zh: "中文",
} as const;

export type OfferedLanguage = keyof typeof languageNames;

export const offeredLanguages = Object.keys(languageNames) as OfferedLanguage[];

/**
 * Made of English as a page is rendered, to see what is not translated and what does not fit: accented and longer,
 * and the same from right to left. A cookie with its name shows it; nobody is offered it.
 */
export const pseudoLanguages = ["en-XA", "ar-XB"] as const;

export type Language = OfferedLanguage | (typeof pseudoLanguages)[number];

/** Not a secret: what this browser's person has chosen to read. */
export const LANGUAGE_COOKIE = "alprina.language";

export function readOfferedLanguage(value: unknown): OfferedLanguage | null {
  return offeredLanguages.find((language) => language === value) ?? null;
}

/** What stands in the cookie; null for nothing, and for what is no language of ours. */
export function readLanguage(value: unknown): Language | null {
  return readOfferedLanguage(value) ?? pseudoLanguages.find((language) => language === value) ?? null;
}

/** For `<html dir>`. */
export function directionOf(language: Language): "ltr" | "rtl" {
  return language === "ar-XB" ? "rtl" : "ltr";
}

/** Whose dates and numbers go with a language. Ours are in British English, whose days come before their months. */
export function formatsOf(language: string): string {
  return language === "en" || pseudoLanguages.some((pseudo) => pseudo === language) ? "en-GB" : language;
}
