import { offeredLanguages } from "../../apps/web/src/lib/language";
import { accessibilityFaults, LANGUAGE_RULES } from "./support/accessibility";
import { cutOff, foreignTexts } from "./support/faults";
import { furnish, speak, visitPages } from "./support/languages";
import { expect, test } from "./support/test";

// The faults say where they are, and need no record of the way there, which would cost as much again.
test.use({ trace: "off", contextOptions: { reducedMotion: "reduce" } });

const LATIN = String.raw`\b(the|your|you|this|that|with|from|and|are|have|been|its|of|is)\b`;

/** Words that give English away: where letters are Latin ones, those that no such language has too. */
const ENGLISH: Record<string, string> = { de: LATIN, es: LATIN, fr: LATIN, ja: "[a-z]{2}", zh: "[a-z]{2}" };

/** In Latin letters also in Japanese and Chinese. */
const TERMS = ["API", "IP", "PIN", "ID", "https", "ms"];

test("in every language every page is accessible, without a word of English, and fits on a phone", async ({
  signedIn: page,
  server,
  person,
  rows,
  somebodyElse,
}) => {
  test.setTimeout(180_000);
  expect(Object.keys(ENGLISH)).toEqual(offeredLanguages.filter((language) => language !== "en"));
  await page.setViewportSize({ width: 360, height: 900 });
  const scene = await furnish({ page, server: server.url, person, rows }, await somebodyElse("Grace Hopper"));
  for (const language of Object.keys(ENGLISH)) {
    await speak(page, server.url, language);
    await visitPages(page, scene, async (what) => {
      const where = `${what} in ${language}`;
      expect.soft(await page.evaluate(() => document.documentElement.lang), where).toBe(language);
      const foreign = { words: ENGLISH[language] ?? "", names: [...scene.names, ...TERMS] };
      expect.soft(await foreignTexts(page, foreign), where).toEqual([]);
      expect.soft(await cutOff(page), where).toEqual([]);
      expect.soft(await accessibilityFaults(page, LANGUAGE_RULES), where).toEqual([]);
    });
  }
});
