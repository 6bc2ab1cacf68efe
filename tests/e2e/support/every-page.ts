import type { Page } from "@playwright/test";
import { approve, deny, expectOutcome, review, startLogin, typeCode } from "./authorize";
import { addDevice, addDeviceCard, deviceRow, keyFor } from "./devices";
import { expect } from "./test";

/** As long as a name may be on a page that must hold it. */
const LONG_NAME = "build-runner-eu-central-1-with-a-name-that-nobody-would-choose-0123456789-abcdefghij";

const consentPath = (redirectUri: string, name: string) =>
  `/oauth/authorize?${new URLSearchParams({
    client_id: "alprina-cli",
    redirect_uri: redirectUri,
    response_type: "code",
    scope: "openid profile email offline_access devices:read devices:write",
    code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    code_challenge_method: "S256",
    device_name: name,
  }).toString()}`;

/** Walks through every page and calls `look` on each. */
export async function visitAll(
  page: Page,
  server: string,
  look: (what: string) => Promise<void>,
  name = LONG_NAME,
): Promise<void> {
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  for (const path of [
    "/",
    "/docs",
    "/docs/add-login-node",
    "/docs/api",
    "/design",
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
  await page.goto(consentPath("http://127.0.0.1:41234/callback", name));
  await expect(deny(page)).toBeEnabled();
  await look("consent");
  await page.goto(consentPath("https://elsewhere.example/", name));
  await look("a link that cannot be used");
  const denied = await startLogin(page.request, name);
  await review(page, `/authorize?user_code=${denied.userCode}`);
  await look("review");
  await deny(page).click();
  await expectOutcome(page, "denied");
  await look("denied");
  const approved = await startLogin(page.request, name);
  await review(page, `/authorize?user_code=${approved.userCode}`);
  await approve(page).click();
  await expectOutcome(page, "approved");
  await look("approved");
  await typeCode(page, "BBBB-BBBB");
  await expectOutcome(page, "unknown");
  await look("unknown");

  const key = await keyFor(page, server, name);
  expect(key).not.toBe("");
  await addDevice(page);
  await expect(addDeviceCard(page).getByRole("timer")).toBeVisible();
  await look("devices with a code");
  await deviceRow(page, name).getByRole("button", { name: "What it may do" }).click();
  await look("devices, what one may do");
  await deviceRow(page, name).getByRole("button", { name: "Rename" }).click();
  await look("devices, renaming");
  await page.keyboard.press("Escape");
  await deviceRow(page, name).getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await look("devices, revoking");
  await page.goto("/settings/account");
  await page.getByRole("button", { name: "Delete my account" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await look("account, deleting");
}
