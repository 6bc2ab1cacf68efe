import type { Page } from "@playwright/test";
import { approve, deny, expectOutcome, review, startLogin, typeCode } from "./support/authorize";
import { addDevice, addDeviceCard, deviceRow, keyFor } from "./support/devices";
import { expect, test } from "./support/test";

const LONG_NAME = "build-runner-eu-central-1-with-a-name-that-nobody-would-choose-0123456789-abcdefghij";

const consentPath = (redirectUri: string) =>
  `/oauth/authorize?${new URLSearchParams({
    client_id: "alprina-cli",
    redirect_uri: redirectUri,
    response_type: "code",
    scope: "openid profile email offline_access devices:read devices:write",
    code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    code_challenge_method: "S256",
    device_name: LONG_NAME,
  }).toString()}`;

/** Walks through every page and calls `look` on each. */
async function visitAll(page: Page, server: string, look: (what: string) => Promise<void>): Promise<void> {
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  for (const path of [
    "/",
    "/docs/api",
    "/sign-in",
    "/sign-up",
    "/sign-in?next=%2Fauthorize%3Fuser_code%3DBCDF-GHJK",
  ]) {
    await page.goto(path);
    await look(`${path}, signed out`);
  }
  await page.context().addCookies(cookies);

  const activity = ["/settings/activity", "/settings/activity?kind=refusals&since=24h"];
  for (const path of [
    ...[
      "/",
      "/authorize",
      "/authorize?user_code=BCDF-GHJK",
      "/settings/devices",
      "/settings/account",
      "/nowhere",
    ],
    ...activity,
  ]) {
    await page.goto(path);
    await look(path);
  }
  await page.goto(consentPath("http://127.0.0.1:41234/callback"));
  await expect(deny(page)).toBeEnabled();
  await look("consent");
  await page.goto(consentPath("https://elsewhere.example/"));
  await look("a link that cannot be used");
  const denied = await startLogin(page.request, LONG_NAME);
  await review(page, `/authorize?user_code=${denied.userCode}`);
  await look("review");
  await deny(page).click();
  await expectOutcome(page, "denied");
  await look("denied");
  const approved = await startLogin(page.request, LONG_NAME);
  await review(page, `/authorize?user_code=${approved.userCode}`);
  await approve(page).click();
  await expectOutcome(page, "approved");
  await look("approved");
  await typeCode(page, "BBBB-BBBB");
  await expectOutcome(page, "unknown");
  await look("unknown");

  const key = await keyFor(page, server, LONG_NAME);
  expect(key).not.toBe("");
  await addDevice(page);
  await expect(addDeviceCard(page).getByRole("timer")).toBeVisible();
  await look("devices with a code");
  await deviceRow(page, LONG_NAME).getByRole("button", { name: "What it may do" }).click();
  await look("devices, what one may do");
  await deviceRow(page, LONG_NAME).getByRole("button", { name: "Rename" }).click();
  await look("devices, renaming");
  await page.keyboard.press("Escape");
  await deviceRow(page, LONG_NAME).getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await look("devices, revoking");
  await page.goto("/settings/account");
  await page.getByRole("button", { name: "Delete my account" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await look("account, deleting");
}

test.describe("on a narrow phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("no page is wider than 360 px", async ({ signedIn: page, server }) => {
    await visitAll(page, server.url, async (what) => {
      const widest = await page.evaluate(() =>
        Math.max(document.documentElement.scrollWidth, document.body.scrollWidth),
      );
      expect.soft(widest, what).toBeLessThanOrEqual(360);
    });
  });
});

test("every page has a light and a dark face, each with its own ink on its own paper", async ({
  signedIn: page,
  server,
}) => {
  await visitAll(page, server.url, async (what) => {
    const faces = [];
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      faces.push(await inkAndPaper(page));
    }
    const [light, dark] = faces;
    expect.soft(light?.paper, `${what}: light paper`).toBeGreaterThan(200);
    expect.soft(light?.ink, `${what}: dark ink on it`).toBeLessThan(80);
    expect.soft(dark?.paper, `${what}: dark paper`).toBeLessThan(60);
    expect.soft(dark?.ink, `${what}: light ink on it`).toBeGreaterThan(180);
  });
});

/** How bright the page's background and its first heading are, 0 to 255. */
async function inkAndPaper(page: Page): Promise<{ ink: number; paper: number }> {
  const brightness = (css: string) => {
    const channels = (/\(([^)]*)\)/.exec(css)?.[1] ?? "").split(/[\s,]+/).map(Number);
    expect(channels.length, css).toBe(3);
    return channels.reduce((sum, channel) => sum + channel, 0) / 3;
  };
  return {
    paper: brightness(await page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor)),
    ink: brightness(await page.locator("h1").evaluate((heading) => getComputedStyle(heading).color)),
  };
}
