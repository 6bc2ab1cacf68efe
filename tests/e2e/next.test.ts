import type { Page } from "@playwright/test";
import { fillSignIn } from "./support/people";
import { expect, test } from "./support/test";

const elsewhere = [
  "//evil.example",
  "https://evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "javascript:alert(1)",
];

test("signing in never leads to another site", async ({ signedIn: page, server, person }) => {
  const left = watchOtherHosts(page, server.url);
  for (const next of elsewhere) {
    const address = `/sign-in?next=${encodeURIComponent(next)}`;
    const home = page.getByText(`signed in here, as ${person.email}`);
    // Who is signed in already is sent on by the server, who signs in now by the page.
    await page.goto(address);
    await expect(home, next).toBeVisible();
    await page.context().clearCookies();
    await page.goto(address);
    await fillSignIn(page, person);
    await expect(home, next).toBeVisible();
    expect(new URL(page.url()).origin, next).toBe(server.url);
  }
  expect(left).toEqual([]);
});

test("next leads on within the site", async ({ signedIn: page }) => {
  await page.goto(`/sign-in?next=${encodeURIComponent("/settings/devices")}`);
  await expect(page).toHaveURL(/\/settings\/devices$/);
});

function watchOtherHosts(page: Page, server: string): string[] {
  const left: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(`${server}/`)) left.push(request.url());
  });
  return left;
}
