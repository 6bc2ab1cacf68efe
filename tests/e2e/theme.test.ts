import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";

const PAPER = { light: "rgb(247, 246, 242)", dark: "rgb(16, 18, 20)" };

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const choice = (page: Page, name: string) =>
  page.getByRole("group", { name: "Appearance" }).getByRole("button", { name });

test("the look follows the system until somebody chooses, and stays chosen on every page", async ({
  signedIn: page,
}) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/settings/devices");
  expect(await paper(page)).toBe(PAPER.dark);
  await expect(choice(page, "As the system")).toHaveAttribute("aria-pressed", "true");

  const kept = page.waitForResponse("**/theme");
  await choice(page, "Light").click();
  expect(await paper(page)).toBe(PAPER.light);
  await kept;
  // From the first byte on, with and without a script of ours on the page.
  for (const path of ["/settings/account", "/authorize", "/docs/api"]) {
    expect(await (await page.goto(path))?.text()).toContain('data-theme="light"');
    expect(await paper(page), path).toBe(PAPER.light);
  }
  await choice(page, "As the system").click();
  expect(await paper(page)).toBe(PAPER.dark);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("the choice is a form that comes back to the same page", async ({ browser, server }) => {
    const context = await browser.newContext({
      baseURL: server.url,
      javaScriptEnabled: false,
      colorScheme: "light",
    });
    const page = await context.newPage();
    await page.goto("/docs?from=here");
    await choice(page, "Dark").click();
    await expect(page).toHaveURL(/\/docs\?from=here$/);
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await context.close();
  });
});

test("the form leads to no other site", async ({ request }) => {
  const reply = await request.post("/theme", {
    form: { theme: "dark", next: "//elsewhere.example/" },
    maxRedirects: 0,
  });
  expect(reply.status()).toBe(303);
  expect(reply.headers().location).toBe("/");
});

test("for those who want less motion nothing moves when the colours change", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.goto("/docs/api");
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  // Each element with a transition, however short, has one then: thousands, for which the page stands still.
  const moving = await page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(document.getAnimations().length))),
      ),
  );
  expect(moving).toBe(0);
  expect(await paper(page)).toBe(PAPER.dark);
});
