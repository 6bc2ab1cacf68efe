import { expect, type Locator, type Page } from "@playwright/test";

/** Presses Tab until this has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const hasFocus = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 30; presses++) {
    if (await hasFocus()) return;
    await page.keyboard.press("Tab");
  }
  await expect(target, "within 30 presses of Tab").toBeFocused();
}

/** Somebody who looks can tell where the focus is: an outline, and not a transparent one. */
export async function expectVisibleFocus(page: Page): Promise<void> {
  const focused = page.locator(":focus-visible");
  await expect(focused).toHaveCount(1);
  await expect(focused).not.toHaveCSS("outline-style", "none");
  await expect(focused).not.toHaveCSS("outline-width", "0px");
  await expect(focused).not.toHaveCSS("outline-color", /rgba\(.*, 0\)|transparent/);
}
