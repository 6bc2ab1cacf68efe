import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { review, startLogin } from "./support/authorize";
import { expectAccessible } from "./support/accessibility";
import { runDir } from "./support/run-dir";
import { expect, test } from "./support/test";

const mark = join(runDir(), "mark.svg");
// What it would run and load if a page let it.
writeFileSync(
  mark,
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>rect{fill:#4338ca}</style>
   <script>document.documentElement.remove()</script><rect width="32" height="32"/></svg>`,
);

test.use({
  settings: { APP_NAME: "Acme", CLI_NAME: "acme", BRAND_ACCENT: "#4338ca", BRAND_MARK: mark },
});

const colourOf = (page: Page, name: string) =>
  page
    .getByRole("button", { name, exact: true })
    .evaluate((button) => getComputedStyle(button).backgroundColor);

test("name, mark and accent are the operator’s on every page, without a build", async ({
  signedIn: page,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  const { userCode } = await startLogin(page.request, "build-runner-03");
  for (const path of ["/settings/devices", `/authorize?user_code=${userCode}`]) {
    await page.goto(path);
    const logo = page.getByRole("banner").locator("img");
    await expect(logo).toHaveJSProperty("complete", true);
    expect(await logo.evaluate((image: HTMLImageElement) => image.naturalWidth), path).toBeGreaterThan(0);
    await expect(page.getByRole("banner").getByRole("link", { name: "Acme" })).toBeVisible();
    await expect(page).toHaveTitle(/ · Acme$/);
    await expect(page.locator("link[rel=icon]")).toHaveAttribute("href", /^\/brand\/mark\?v=/);
  }
  await review(page, `/authorize?user_code=${userCode}`);
  expect(await colourOf(page, "Approve")).toBe("rgb(67, 56, 202)");
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await colourOf(page, "Approve")).not.toBe("rgb(67, 56, 202)");
  await expect(page.getByText("acme login")).toBeVisible();
});

test("the mark by itself is a picture that can do nothing", async ({ page, request }) => {
  await page.goto("/");
  const path = await page.locator("link[rel=icon]").getAttribute("href");
  const reply = await request.get(path ?? "");
  expect(reply.headers()).toMatchObject({
    "content-type": "image/svg+xml",
    "cache-control": "public, max-age=31536000, immutable",
    "content-security-policy": expect.stringContaining("default-src 'none'"),
    "x-content-type-options": "nosniff",
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the design page shows every part, and axe finds nothing in it, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/design");
    await expectAccessible(page, `/design, ${colorScheme}`);
    await page.getByRole("button", { name: "Revoke…" }).last().click();
    await expect(page.getByRole("alertdialog")).toContainText("The server can’t be reached");
    await expectAccessible(page, `/design, a question, ${colorScheme}`);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("alertdialog")).toBeHidden();
  });
}
