import compile from "icu-minify/compile";
import english from "../../messages/en";
import type { Language } from "@/lib/language";
import { pseudoMessage, type CompiledMessage } from "./pseudo";

export type Messages = typeof english;
export type Area = keyof Messages;

/** A tree with the keys of another, and with any sentences. */
export type Translation<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Translation<Tree[Key]>;
};

type Tree = { readonly [key: string]: string | Tree };
export interface CompiledTree {
  [key: string]: CompiledMessage | CompiledTree;
}

const written: Record<Language, () => Promise<{ default: Translation<Messages> }>> = {
  en: async () => ({ default: english }),
  de: () => import("../../messages/de"),
  es: () => import("../../messages/es"),
  fr: () => import("../../messages/fr"),
  ja: () => import("../../messages/ja"),
  zh: () => import("../../messages/zh"),
  "en-XA": async () => ({ default: english }),
  "ar-XB": async () => ({ default: english }),
};

const compiled = new Map<string, CompiledTree>();

/**
 * Some areas of a language, parsed: what formats them needs no parser then, which would be most of the script that a
 * page has for its words.
 */
export async function messagesIn(language: Language, areas: readonly Area[]): Promise<CompiledTree> {
  const { default: all } = await written[language]();
  return Object.fromEntries(areas.map((area) => [area, compiledArea(language, area, all[area])] as const));
}

function compiledArea(language: Language, area: Area, tree: Tree): CompiledTree {
  const name = `${language} ${area}`;
  const known = compiled.get(name);
  if (known) return known;
  const made = compileTree(tree, language);
  compiled.set(name, made);
  return made;
}

function compileTree(tree: Tree, language: Language): CompiledTree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]): [string, CompiledMessage | CompiledTree] => {
      if (typeof value !== "string") return [key, compileTree(value, language)];
      // Its objects have no prototype, and could not be handed to a page.
      const message = JSON.parse(JSON.stringify(compile(value))) as CompiledMessage;
      return [key, language === "en-XA" || language === "ar-XB" ? pseudoMessage(message, language) : message];
    }),
  );
}
