import { expect, type Locator, type Page } from "@playwright/test";
import { noteSecret, noteSecretsIn } from "./secrets-seen";

/** Settings → Devices. */

export const deviceRow = (page: Page, name: string): Locator =>
  page
    .getByRole("list", { name: "Devices" })
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name, exact: true }) });

/** Opens “Add a device” and reads the code from the page. */
export async function addDevice(page: Page): Promise<string> {
  await page.goto("/settings/devices");
  await page.getByRole("button", { name: "Add a device" }).click();
  const shown = dashboardCode(page);
  await expect(shown).toHaveText(/^[A-Z0-9]{6}$/);
  const code = (await shown.textContent()) ?? "";
  noteSecret("cli_code", code);
  return code;
}

/** The card that shows a code, and what became of it. */
export const addDeviceCard = (page: Page): Locator => page.getByRole("region", { name: "Add a device" });

export const dashboardCode = (page: Page): Locator => page.getByLabel("Dashboard code");

/** A key for somebody who is signed in on this page, by the doors that old command lines use. */
export async function keyFor(page: Page, server: string, deviceName: string): Promise<string> {
  const headers = { Origin: server };
  const issued = await page.request.post("/v1/auth/dashboard-code", { headers });
  expect(issued.status()).toBe(200);
  const { cli_code } = (await issued.json()) as { cli_code: string };
  const redeemed = await page.request.post("/v1/auth/cli-verify", {
    data: { cli_code, device_name: deviceName },
  });
  expect(redeemed.status()).toBe(200);
  const { api_key } = (await redeemed.json()) as { api_key: string };
  noteSecretsIn({ cli_code, api_key });
  return api_key;
}
