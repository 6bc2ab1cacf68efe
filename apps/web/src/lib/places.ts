import { formatsOf } from "./language";

/*
 * Places are countries by their English names: so they come from the product, and so they were written down with
 * each event. The browser and Node know every country's name in every language, by its two letters.
 */

let codes: Map<string, string> | undefined;

/** A country in the reader's language; what is none stays as it is. */
export function placeIn(language: string, place: string): string {
  const formats = formatsOf(language);
  if (formats === "en-GB") return place;
  const code = (codes ??= codesByName()).get(place);
  return (code && new Intl.DisplayNames(formats, { type: "region" }).of(code)) ?? place;
}

const LETTERS = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

function codesByName(): Map<string, string> {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const all = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  return new Map(
    all.flatMap((code) => {
      const name = names.of(code);
      return name ? [[name, code] as const] : [];
    }),
  );
}
