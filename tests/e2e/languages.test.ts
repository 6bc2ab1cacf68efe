import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { keyFor } from "./support/devices";
import { DEVICE, faultsOf, speak, visitEverything } from "./support/languages";
import { expect, test } from "./support/test";

const html = (page: Page) => page.locator("html");
const choice = (page: Page) => page.locator("footer details");

/** Names that are the same in every language, as whoever wrote the messages found them. */
const NAMES = [
  ...["Alprina CLI", "Alprina", "Chrome", "Linux", "Swagger", "OpenAPI", "CSV", "JSON", "VPN"],
  ...["NRO", "RouteViews", "DB-IP", "localhost", "alprina login", "callback", "WDJB-MJHT", "BCDF-GHJK"],
];

test.describe("in languages for tests", () => {
  test.setTimeout(400_000);

  for (const width of [360, 1280]) {
    for (const language of ["en-XA", "ar-XB"]) {
      test(`every page is translated and holds longer words, ${language} at ${width} px`, async ({
        signedIn: page,
        server,
        person,
      }) => {
        await page.setViewportSize({ width, height: 900 });
        await speak(page, server.url, language);
        const [first = ""] = person.name.split(" ");
        const data = [
          person.email,
          person.name,
          first,
          DEVICE,
          server.url,
          new URL(server.url).host,
          ...NAMES,
        ];
        await visitEverything(page, { server: server.url, person }, async (what) => {
          expect.soft(await faultsOf(page, data), `${what} (${page.url()})`).toEqual([]);
          await expect.soft(html(page), what).toHaveAttribute("lang", language);
          await expect.soft(html(page), what).toHaveAttribute("dir", language === "ar-XB" ? "rtl" : "ltr");
        });
      });
    }
  }
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

for (const [language, justNow] of [
  ["de", /vor \d+ Sekunden|gerade eben/],
  ["ja", /\d+ 秒前|たった今/],
] as const) {
  test(`people and machines can read it in ${language}`, async ({ signedIn: page, server }) => {
    await speak(page, server.url, language);
    await keyFor(page, server.url, DEVICE);
    for (const path of ["/authorize", "/settings/devices", "/sign-in?again=1"]) {
      await page.goto(path);
      await expect(html(page)).toHaveAttribute("lang", language);
      await expectAccessible(page, `${path} in ${language}`);
    }
    await page.goto("/settings/devices");
    await expect(page.locator("main li time[data-ago]").first()).toHaveText(justNow);
  });
}
