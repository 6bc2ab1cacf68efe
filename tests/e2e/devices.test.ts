import type { Page } from "@playwright/test";
import { approve, expectOutcome, review } from "./support/authorize";
import type { CommandLine } from "./support/command-line";
import { deviceRow, keyFor } from "./support/devices";
import { expect, test } from "./support/test";

async function signIn(cli: CommandLine, page: Page, deviceName: string): Promise<void> {
  const login = cli.start("login", "--device-name", deviceName);
  await review(page, await login.link());
  await approve(page).click();
  await expectOutcome(page, "approved");
  expect((await login.ended).code).toBe(0);
}

test("a device is renamed in place, and revoked after a question; then whoami fails with the reason", async ({
  signedIn: page,
  cli,
}) => {
  await signIn(cli, page, "kitchen laptop");
  await page.goto("/settings/devices");

  await test.step("rename: Escape leaves it, Enter keeps it", async () => {
    const name = page.getByRole("textbox", { name: "Device name" });
    await deviceRow(page, "kitchen laptop").getByRole("button", { name: "Rename" }).click();
    await expect(name).toBeFocused();
    await page.keyboard.type("never mind");
    await page.keyboard.press("Escape");
    await expect(deviceRow(page, "kitchen laptop")).toBeVisible();
    await deviceRow(page, "kitchen laptop").getByRole("button", { name: "Rename" }).click();
    await page.keyboard.type("Ada’s laptop");
    await page.keyboard.press("Enter");
    await expect(deviceRow(page, "Ada’s laptop")).toBeVisible();
    await page.reload();
    await expect(deviceRow(page, "Ada’s laptop")).toBeVisible();
    expect((await cli.run("whoami")).stdout).toContain("Ada’s laptop");
  });

  const row = deviceRow(page, "Ada’s laptop");
  const dialog = page.getByRole("alertdialog", { name: "Revoke Ada’s laptop?" });

  await test.step("revoke: Cancel changes nothing", async () => {
    await row.getByRole("button", { name: "Revoke" }).click();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(dialog).toHaveCount(0);
    expect((await cli.run("whoami")).code).toBe(0);
  });

  await test.step("revoke: its key is dead at once", async () => {
    await row.getByRole("button", { name: "Revoke" }).click();
    await dialog.getByRole("button", { name: "Revoke" }).click();
    await expect(row).toContainText("Revoked");
    await expect(row.getByRole("button", { name: "Revoke" })).toHaveCount(0);
    const refused = await cli.run("whoami");
    expect(refused.stderr).toMatch(/This API key was revoked on \d{4}-\d\d-\d\d at \d\d:\d\d UTC\./);
    expect(refused.stderr).toContain("alprina login");
    expect(refused.stdout).toBe("");
    expect(refused.code).toBe(3);
    expect((await cli.run("devices")).code).toBe(3);
  });
});

test("“Revoke all others” keeps the one that it was said of", async ({ signedIn: page, server, cli }) => {
  const keys = new Map<string, string>();
  for (const name of ["first", "second", "third"]) keys.set(name, await keyFor(page, server.url, name));
  const exitOf = async (name: string) => (await cli.runWithKey(keys.get(name) ?? "", "whoami")).code;
  expect(await Promise.all(["first", "second", "third"].map(exitOf))).toEqual([0, 0, 0]);

  await page.goto("/settings/devices");
  await deviceRow(page, "second").getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Revoke all others" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Revoke all but second?" });
  await dialog.getByRole("button", { name: "Revoke all others" }).click();
  await expect(dialog).toHaveCount(0);

  await expect(deviceRow(page, "first")).toContainText("Revoked");
  await expect(deviceRow(page, "third")).toContainText("Revoked");
  await expect(deviceRow(page, "second")).not.toContainText("Revoked");
  expect(await Promise.all(["first", "second", "third"].map(exitOf))).toEqual([3, 0, 3]);
  // This browser stays signed in.
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Devices" })).toBeVisible();
});

test("nobody sees or ends another person's devices", async ({
  signedIn: page,
  server,
  somebodyElse,
  cli,
}) => {
  const key = await keyFor(page, server.url, "Ada’s own");
  const listed = await cli.runWithKey(key, "devices", "--json");
  const { data } = JSON.parse(listed.stdout) as { data: { devices: { id: string; name: string }[] } };
  const [device] = data.devices;
  expect(device?.name).toBe("Ada’s own");

  const { page: graces } = await somebodyElse("Grace Hopper");
  const graceKey = await keyFor(graces, server.url, "Grace’s own");
  await graces.goto("/settings/devices");
  await expect(deviceRow(graces, "Grace’s own")).toBeVisible();
  await expect(graces.getByText("Ada’s own")).toHaveCount(0);
  const tried = await cli.runWithKey(graceKey, "devices", "revoke", device?.id ?? "");
  expect(tried.stderr).toContain("Device not found");
  expect(tried.code).toBe(1);
  expect((await cli.runWithKey(key, "whoami")).code).toBe(0);
});
