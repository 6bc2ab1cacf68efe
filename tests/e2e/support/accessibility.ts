import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What another language can break: names that only it has, ids made of its words, its name in `lang`, and longer words
 * over other colours, or in a box that has to be scrolled. All else is the same page, and looked at in English.
 */
export const LANGUAGE_RULES = [
  ...["html-has-lang", "html-lang-valid", "valid-lang", "document-title", "landmark-unique"],
  ...["button-name", "link-name", "label", "select-name", "summary-name", "empty-heading", "role-img-alt"],
  ...["aria-dialog-name", "aria-input-field-name", "aria-toggle-field-name", "label-content-name-mismatch"],
  ...["duplicate-id-aria", "aria-valid-attr-value", "color-contrast", "scrollable-region-focusable"],
];

interface Axe {
  run: (options: object) => Promise<AxeResults>;
}

/** What axe says about the page as it is now: WCAG 2.2 A and AA, and its own good practice, or only some `rules`. */
export async function accessibilityFaults(page: Page, rules?: string[]): Promise<string[]> {
  // What fades in has its colours only when it is there; what turns for ever has them all the time.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map((animation) => animation.finished),
    ),
  );
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(
    // Of what is right it is enough that there is something: to name all of it takes axe most of its time.
    (only) =>
      (globalThis as unknown as { axe: Axe }).axe.run({
        resultTypes: ["violations"],
        ...(only && { runOnly: only }),
      }),
    rules,
  );
  expect(passes.length, "rules that were tried").toBeGreaterThan(rules ? 5 : 10);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** axe finds nothing to say about it. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  expect.soft(await accessibilityFaults(page), what).toEqual([]);
}
