import compile from "icu-minify/compile";
import format from "icu-minify/format";
import { describe, expect, it } from "vitest";
import { pseudoMessage } from "@/i18n/pseudo";

const formatters = {
  getNumberFormat: (...args: ConstructorParameters<typeof Intl.NumberFormat>) =>
    new Intl.NumberFormat(...args),
  getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...args),
  getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
};

function say(message: string, language: "en-XA" | "ar-XB", values: Record<string, unknown> = {}): string {
  const made = pseudoMessage(compile(message), language);
  const said = format(made as never, "en", values as never, { formatters }) as string | string[];
  return [said].flat().join("");
}

describe("a language for tests", () => {
  it("leaves no letter of a message as it is, and makes it 40 % longer", () => {
    const message = "The quick brown fox jumps over the lazy dog";
    const said = say(message, "en-XA");
    expect(said).not.toMatch(/[a-z]/i);
    expect(said.length).toBeGreaterThanOrEqual(message.length * 1.4);
    expect(said).toMatch(/^⟦.*⟧$/u);
  });

  it("keeps what is filled in, counted and marked", () => {
    const message = "{count, plural, one {<b>{name}</b> has # device} other {<b>{name}</b> has # devices}}";
    const b = (words: string[]) => `[${words.join("")}]`;
    expect(say(message, "en-XA", { count: 1, name: "Ada", b })).toMatch(/^⟦\[Ada\] ĥåš 1 ðéṽîçé .*⟧$/u);
    expect(say(message, "en-XA", { count: 2, name: "Ada", b })).toMatch(/^⟦\[Ada\] ĥåš 2 ðéṽîçéš .*⟧$/u);
  });

  it("goes from right to left", () => {
    expect(say("Deny", "ar-XB")).toMatch(/^⟦\u202eÐéñý\u202c.*⟧$/u);
  });

  it("says nothing where nothing is said", () => {
    expect(say("", "en-XA")).toBe("");
  });
});
