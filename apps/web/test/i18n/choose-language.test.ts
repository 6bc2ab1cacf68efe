import { describe, expect, it } from "vitest";
import { chooseLanguage } from "@/i18n/choose-language";

const of = (cookie: string | null, acceptLanguage: string | null) =>
  chooseLanguage({ cookie, acceptLanguage });

describe("the language of a page", () => {
  it.each([
    ["de-AT,de;q=0.9,en;q=0.8", "de"],
    ["es-419, en;q=0.5", "es"],
    ["fr-CA", "fr"],
    ["ja", "ja"],
    ["zh-Hant-TW,zh;q=0.9", "zh"],
    ["pt-BR, fr;q=0.3, de;q=0.7", "de"],
    ["en-GB,de;q=0.9", "en"],
    ["de;q=0, en", "en"],
    ["it, nl", "en"],
    ["*", "en"],
    ["", "en"],
    [null, "en"],
    ["de\u0000;;q=x,,", "en"],
    ["en-XA", "en"],
    ["ar-XB,ar", "en"],
  ])("is, where the browser asks for %j, %s", (asked, language) => {
    expect(of(null, asked)).toBe(language);
  });

  it("is what somebody chose, whatever the browser asks for", () => {
    expect(of("other=de; alprina.language=ja", "fr")).toBe("ja");
    expect(of("alprina.language=", "fr")).toBe("fr");
    expect(of("alprina.language=xx", "fr")).toBe("fr");
    expect(of("not-alprina.language=ja", "fr")).toBe("fr");
  });

  it("is one for tests by its cookie alone", () => {
    expect(of("alprina.language=en-XA", "fr")).toBe("en-XA");
  });
});
