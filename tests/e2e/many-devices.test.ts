import { randomBytes, randomUUID } from "node:crypto";
import type { Database } from "@alprina/db";
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { deviceRow } from "./support/devices";
import { expect, test } from "./support/test";

const DAY = 86_400_000;

/** Devices of a person, the first the newest, without as many logins. */
async function addDevices(rows: Database["prisma"], email: string, names: string[]): Promise<void> {
  const { id: userId } = await rows.user.findUniqueOrThrow({ where: { email } });
  const now = Date.now();
  await rows.apiKey.createMany({
    data: names.map((name, index) => ({
      id: randomUUID(),
      userId,
      name,
      keyHash: randomBytes(32),
      visibleStart: "alprina_sk_live_abcd",
      clientId: "alprina-cli",
      scope: "profile email devices:read devices:write",
      deviceOs: index % 2 ? "Debian 12" : "Ubuntu 24.04",
      ipAddress: `203.0.113.${index % 250}`,
      createdAt: new Date(now - DAY - index * 60_000),
      lastUsedAt: index % 3 ? new Date(now - DAY - index * 60_000) : null,
      expiresAt: new Date(now + 60 * DAY),
    })),
  });
}

const list = (page: Page): Locator => page.getByRole("list", { name: "Devices" }).getByRole("listitem");
const find = (page: Page): Locator => page.getByRole("searchbox", { name: "Find a device" });

test("one of a thousand devices is found by a few letters, and some of them are revoked together", async ({
  signedIn: page,
  person,
  rows,
}) => {
  const names = Array.from({ length: 1_000 }, (_, index) => `runner-${String(index).padStart(4, "0")}`);
  await addDevices(rows, person.email, names);
  await page.goto("/settings/devices");
  await expect(list(page)).toHaveCount(50);
  await page.getByRole("button", { name: "Show 50 more of 1,000" }).click();
  await expect(list(page)).toHaveCount(100);

  await find(page).fill("runner-07 debian");
  await expect(page.getByRole("status").filter({ hasText: "50 devices" })).toBeAttached();
  await find(page).fill("0777");
  await expect(list(page)).toHaveCount(1);
  await expect(deviceRow(page, "runner-0777")).toBeVisible();
  await find(page).fill("nothing like it");
  await expect(page.getByText("No device like that")).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(list(page)).toHaveCount(50);

  await find(page).fill("runner-099");
  await expect(list(page)).toHaveCount(10);
  await page.getByRole("button", { name: "Select", exact: true }).click();
  const bar = page.getByRole("group", { name: "Selected devices" });
  await expect(bar.getByRole("button", { name: "Revoke" })).toBeDisabled();
  await bar.getByRole("button", { name: "Select all 10" }).click();
  await page.getByRole("checkbox", { name: "Select runner-0991" }).uncheck();
  await expect(bar).toContainText("9 devices selected");
  await expectAccessible(page, "selecting devices");
  // A tick that the search hides is none.
  await find(page).fill("runner-0999");
  await expect(bar).toContainText("1 device selected");
  await find(page).fill("runner-099");
  await expect(bar).toContainText("9 devices selected");

  await bar.getByRole("button", { name: "Revoke 9" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Revoke 9 devices?" });
  await expect(dialog.getByRole("listitem")).toHaveText([/runner-099\d/, /./, /./, /./, /./, "and 4 more"]);
  await dialog.getByRole("button", { name: "Revoke 9 devices" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(bar).toHaveCount(0);
  await expect(deviceRow(page, "runner-0999")).toContainText("Revoked");
  await expect(deviceRow(page, "runner-0991")).not.toContainText("Revoked");
  const left = await rows.apiKey.count({ where: { user: { email: person.email }, status: "active" } });
  expect(left).toBe(991);

  await page.getByRole("combobox", { name: "Show" }).selectOption("Ended");
  await expect(list(page)).toHaveCount(9);
});

test("a few devices need no search, and Cancel leaves all as they were", async ({
  signedIn: page,
  person,
  rows,
}) => {
  await addDevices(rows, person.email, ["one", "two", "three", "four"]);
  await page.goto("/settings/devices");
  await expect(list(page)).toHaveCount(4);
  await expect(find(page)).toHaveCount(0);
  await addDevices(rows, person.email, ["five"]);
  await page.reload();
  await page.getByRole("combobox", { name: "Order" }).selectOption("By name");
  await expect(list(page).getByRole("heading")).toHaveText(["five", "four", "one", "three", "two"]);
  await page.getByRole("button", { name: "Select", exact: true }).click();
  await page.getByRole("checkbox", { name: "Select two" }).check();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await expect(page.getByRole("main")).not.toContainText("Revoked");
});
