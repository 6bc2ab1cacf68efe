import { gzipSync } from "node:zlib";
import {
  approve,
  codeField,
  compared,
  expectOutcome,
  isDecision,
  lookAt,
  poll,
  review,
  startLogin,
} from "./support/authorize";
import { expect, test } from "./support/test";

test("after the approval the page sees the command line take its key", async ({ signedIn: page, cli }) => {
  const login = cli.start("login", "--device-name", "seen live");
  await review(page, await login.link());
  await approve(page).click();
  expect((await login.ended).code).toBe(0);
  await expect(page.getByRole("heading", { level: 1, name: "Your terminal is signed in" })).toBeVisible();
  await expect(page.getByText("You can close this page")).toBeVisible();
  // Back leads to what has become of it, and not to the question.
  await page.goBack();
  await expect(approve(page)).toHaveCount(0);
});

test("who goes offline in the middle of a decision loses nothing and decides nothing by half", async ({
  signedIn: page,
  context,
}) => {
  const login = await startLogin(page.request, "offline");
  await lookAt(page, `/authorize?user_code=${login.userCode}`);
  await page.getByRole("radio", { name: "30 days" }).check();
  await compared(page).check();
  await context.setOffline(true);
  await approve(page).click();
  await expect(page.getByRole("alert")).toContainText("Nothing was lost");
  await expect(page.getByRole("radio", { name: "30 days" })).toBeChecked();
  await context.setOffline(false);
  expect((await poll(page.request, login)).body.error).toBe("authorization_pending");
  await approve(page).click();
  await expectOutcome(page, "approved");
});

test("a slow answer is waited for: the button says so, and a second click sends nothing", async ({
  signedIn: page,
}) => {
  const login = await startLogin(page.request, "slow");
  await review(page, `/authorize?user_code=${login.userCode}`);
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  let sent = 0;
  await page.route("**/authorize/*", async (route) => {
    if (!isDecision(route.request())) return route.continue();
    sent++;
    await released;
    await route.continue();
  });
  await approve(page).click();
  await expect(approve(page)).toHaveAttribute("aria-busy", "true");
  await approve(page).click();
  release();
  await expectOutcome(page, "approved");
  expect(sent).toBe(1);
});

test("the page loads 130 kB of script at most, all of it ours", async ({ signedIn: page }) => {
  const scripts: { url: string; bytes: number }[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    void response.body().then((body) => scripts.push({ url: response.url(), bytes: gzipSync(body).length }));
  });
  await page.goto("/authorize", { waitUntil: "networkidle" });
  await expect(codeField(page)).toBeVisible();
  expect(scripts.map(({ url }) => new URL(url).pathname)).toEqual(["/enhance.js"]);
  expect(scripts[0]?.bytes).toBeLessThan(130_000);
});
