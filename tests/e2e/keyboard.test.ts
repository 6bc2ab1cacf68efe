import { approve, codeField, compared, deny, expectOutcome, lifetime } from "./support/authorize";
import { deviceRow, keyFor } from "./support/devices";
import { expectVisibleFocus, tabTo } from "./support/keyboard";
import { expect, test } from "./support/test";

test("the whole approval works by keyboard, Deny comes before Approve, and the focus is seen", async ({
  signedIn: page,
  cli,
}) => {
  const login = cli.start("login");
  await page.goto(await login.link());
  await expect(page.getByRole("button", { name: "Continue" })).toBeEnabled();
  await tabTo(page, codeField(page));
  await expectVisibleFocus(page);
  await tabTo(page, page.getByRole("button", { name: "Continue" }));
  await expectVisibleFocus(page);
  await page.keyboard.press("Enter");

  // The page has changed, and the focus is on what it says.
  await expect(page.getByRole("heading", { level: 1, name: /is this you/i })).toBeFocused();
  await tabTo(page, compared(page));
  await expectVisibleFocus(page);
  await page.keyboard.press("Space");
  await tabTo(page, lifetime(page, "1 year"));
  await page.keyboard.press("ArrowLeft");
  await expect(lifetime(page, "30 days")).toBeChecked();
  await tabTo(page, deny(page));
  await expectVisibleFocus(page);
  await page.keyboard.press("Tab");
  await expect(approve(page)).toBeFocused();
  await expectVisibleFocus(page);
  await page.keyboard.press("Enter");

  await expectOutcome(page, "approved");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  expect((await login.ended).code).toBe(0);
});

test("a device is revoked by keyboard, and the question takes and gives back the focus", async ({
  signedIn: page,
  server,
}) => {
  await keyFor(page, server.url, "keyboard");
  await page.goto("/settings/devices");
  const revoke = deviceRow(page, "keyboard").getByRole("button", { name: "Revoke" });
  const dialog = page.getByRole("alertdialog");
  await tabTo(page, revoke);
  await expectVisibleFocus(page);
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(revoke).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, dialog.getByRole("button", { name: "Revoke" }));
  await page.keyboard.press("Enter");
  await expect(deviceRow(page, "keyboard")).toContainText("Revoked");
});

test("the question of the menu gives the focus back to the menu", async ({ signedIn: page, server }) => {
  await keyFor(page, server.url, "first");
  await keyFor(page, server.url, "second");
  await page.goto("/settings/devices");
  const more = deviceRow(page, "first").getByRole("button", { name: "More actions" });
  await tabTo(page, more);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Rename" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Revoke all others" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alertdialog").getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
  await expect(more).toBeFocused();
});
