import type { Page } from "@playwright/test";
import { cutOff, foreignTexts } from "./support/faults";
import { furnish, speak, visitPages, visitStates, visitVariants } from "./support/languages";
import { expect, test } from "./support/test";

// The faults say where they are, and need no record of the way there, which would cost as much again.
test.use({ trace: "off" });

const html = (page: Page) => page.locator("html");
const choice = (page: Page) => page.locator("footer details");

test.describe("in languages for tests", () => {
  // What moves need not be waited for.
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("every page in every state is translated, and holds longer words on a phone", async ({
    signedIn: page,
    server,
    person,
    rows,
    somebodyElse,
  }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width: 360, height: 900 });
    const scene = await furnish(
      { page, server: server.url, person, rows },
      await somebodyElse("Grace Hopper"),
    );
    await speak(page, server.url, "en-XA");
    const look = async (what: string) => {
      // Every letter of a message has an accent there.
      const notTranslated = await foreignTexts(page, { words: "[a-z]{2}", names: scene.names });
      expect.soft(notTranslated, `not translated at ${what}`).toEqual([]);
      expect.soft(await cutOff(page), what).toEqual([]);
    };
    await visitPages(page, scene, look);
    await visitVariants(page, scene, look);
    await test.step("from right to left, on a desk", async () => {
      await page.setViewportSize({ width: 1280, height: 900 });
      await speak(page, server.url, "ar-XB");
      await visitPages(page, scene, async (what) => {
        await expect.soft(html(page), what).toHaveAttribute("dir", "rtl");
        expect.soft(await cutOff(page), `${what}, from right to left`).toEqual([]);
      });
    });
    await page.setViewportSize({ width: 360, height: 900 });
    await speak(page, server.url, "en-XA");
    await visitStates(page, scene, look);
  });
});

test("a page is in the first language that the browser asks for and we have", async ({ request }) => {
  for (const [asked, language] of [
    ["de-AT,de;q=0.9,en;q=0.8", "de"],
    ["nl, ja;q=0.4", "ja"],
    ["it", "en"],
    ["ar-XB, en-XA", "en"],
  ] as const) {
    for (const path of ["/sign-in", "/nowhere", "/"]) {
      const reply = await request.get(path, { headers: { "Accept-Language": asked } });
      expect(await reply.text(), `${path} for ${asked}`).toContain(`<html lang="${language}" dir="ltr"`);
      expect(reply.headers()["content-language"]).toBe(language);
    }
  }
});

test.describe("for somebody whose browser asks for French", () => {
  test.use({ locale: "fr-FR" });

  test("what they choose in the footer wins, on every page, and stays", async ({ signedIn: page }) => {
    await page.goto("/docs?from=here");
    await expect(html(page)).toHaveAttribute("lang", "fr");
    await choice(page).locator("summary").click();
    await choice(page).getByRole("button", { name: "Deutsch" }).click();
    await expect(page).toHaveURL(/\/docs\?from=here$/);
    await expect(html(page)).toHaveAttribute("lang", "de");
    await page.goto("/settings/devices");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Geräte");
    await page.goto("/authorize?user_code=BCDF-GHJK");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Code aus Ihrem Terminal/);
    // There it is a form without React around it, and the code is still in the field afterwards.
    await choice(page).locator("summary").click();
    await choice(page).getByRole("button", { name: "日本語" }).click();
    await expect(html(page)).toHaveAttribute("lang", "ja");
    await expect(page.locator("#user-code")).toHaveValue("BCDF-GHJK");
    await page.locator("#user-code").fill("BCD");
    await page.locator("main form button[type=submit]").click();
    await expect(page.locator("#code-hint")).toHaveText(
      "コードは 8 文字ですが、入力されているのは 3 文字です。",
    );
  });
});

test.describe("without a script", () => {
  test("the choice is a form that comes back, and leads to no other site", async ({
    browser,
    server,
    request,
  }) => {
    const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/sign-up?next=%2Fauthorize");
    await choice(page).locator("summary").click();
    await choice(page).getByRole("button", { name: "Español" }).click();
    await expect(page).toHaveURL(/\/sign-up\?next=%2Fauthorize$/);
    await expect(html(page)).toHaveAttribute("lang", "es");
    await context.close();

    const form = { language: "en-XA", next: "//elsewhere.example/" };
    const reply = await request.post("/language", { form, maxRedirects: 0 });
    expect(reply.status()).toBe(303);
    expect(reply.headers().location).toBe("/");
    expect(reply.headers()["set-cookie"]).toContain("alprina.language=; Path=/; Max-Age=0");
  });
});
