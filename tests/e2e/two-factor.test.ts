import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { fillSignIn, type Person } from "./support/people";
import { noteSecret } from "./support/secrets-seen";
import { codeOf, inOneStep, turnOnSecondFactor } from "./support/second-factor";
import { expect, test } from "./support/test";

const section = (page: Page): Locator => page.getByRole("region", { name: "Two-factor sign-in" });
const oneMoreStep = (page: Page): Locator => page.getByRole("heading", { level: 1, name: "One more step" });

async function givePassword(page: Page, person: Person): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/sign-in?next=%2Fsettings%2Faccount");
  await fillSignIn(page, person);
  await expect(oneMoreStep(page)).toBeVisible();
}

async function giveCode(page: Page, code: string): Promise<void> {
  await page.getByLabel("Code").fill(code);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
}

test("an authenticator is set up, asked for at the next sign-in, and a backup code stands in once", async ({
  signedIn: page,
  person,
  rows,
}) => {
  test.slow();
  await page.goto("/settings/account");
  await expectAccessible(page, "the account page with it off");
  await section(page).getByRole("button", { name: "Set it up" }).click();

  await test.step("the password first", async () => {
    await page.getByLabel("Your password").fill("not the password");
    await section(page).getByRole("button", { name: "Go on" }).click();
    await expect(section(page)).toContainText("This is not your password.");
    await page.getByLabel("Your password").fill(person.password);
    await section(page).getByRole("button", { name: "Go on" }).click();
  });

  await expect(section(page).getByRole("img", { name: /scan with your authenticator/ })).toBeVisible();
  const secret = (await section(page).locator("code").innerText()).replace(/\s/g, "");
  noteSecret("authenticator_secret", secret);
  await expectAccessible(page, "the code to scan");

  const codes =
    await test.step("the app's first code turns it on, and ten backup codes come once", async () => {
      await page.getByLabel("The six digits").fill("000000");
      await section(page).getByRole("button", { name: "Turn it on" }).click();
      await expect(section(page)).toContainText("This code is not right.");
      await inOneStep();
      await page.getByLabel("The six digits").fill(codeOf(secret, -1));
      await section(page).getByRole("button", { name: "Turn it on" }).click();
      const list = section(page).getByRole("list", { name: "Backup codes" }).getByRole("listitem");
      await expect(list).toHaveCount(10);
      const shown = await list.allInnerTexts();
      for (const code of shown) noteSecret("backup_code", code);
      await expectAccessible(page, "the backup codes");
      const downloading = page.waitForEvent("download");
      await section(page).getByRole("button", { name: "Download" }).click();
      const file = await (await downloading).createReadStream();
      const text = (await file.toArray()).join("");
      for (const code of shown) expect(text).toContain(code);
      await section(page).getByRole("button", { name: "I have kept them" }).click();
      await expect(section(page)).toContainText("10 backup codes are left.");
      await page.reload();
      await expect(section(page)).toContainText("10 backup codes are left.");
      for (const code of shown) await expect(page.getByText(code)).toHaveCount(0);
      return shown;
    });

  await test.step("the password alone opens nothing; a wrong code neither", async () => {
    await givePassword(page, person);
    await expectAccessible(page, "the second step");
    expect((await page.context().cookies()).map(({ name }) => name)).toEqual(["alprina.proof"]);
    await giveCode(page, "000000");
    await expect(page.getByRole("alert").filter({ hasText: "This code is not right" })).toBeVisible();
    await expect(page.getByLabel("Code")).toBeFocused();
    await page.goto("/settings/account");
    await expect(page).toHaveURL(/\/sign-in\?/);
  });

  await test.step("the app's code opens the account, once", async () => {
    await givePassword(page, person);
    await inOneStep();
    const code = codeOf(secret);
    await giveCode(page, code);
    await expect(page).toHaveURL(/\/settings\/account$/);
    expect((await page.context().cookies()).map(({ name }) => name)).toEqual(["alprina.session"]);
    await givePassword(page, person);
    await giveCode(page, code);
    await expect(page.getByRole("alert").filter({ hasText: "was used before" })).toBeVisible();
  });

  await test.step("a backup code does as well, once", async () => {
    const code = codes[0] ?? "";
    await giveCode(page, code.toLowerCase());
    await expect(section(page)).toContainText("9 backup codes are left.");
    await givePassword(page, person);
    await giveCode(page, code);
    await expect(page.getByRole("alert").filter({ hasText: "was used before" })).toBeVisible();
  });

  const events = await rows.activity.findMany({ where: { user: { email: person.email } } });
  expect(events.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["second-factor-on", "backup-code-used", "sign-in-failed"]),
  );
});

test("it is turned off with the password, and the list of what happened says both", async ({
  signedIn: page,
  person,
  server,
}) => {
  await turnOnSecondFactor(page, server.url, person);
  await page.goto("/settings/account");
  await section(page).getByRole("button", { name: "Turn off" }).click();
  await page.getByLabel("Your password").fill(person.password);
  await expectAccessible(page, "the question before it is turned off");
  await section(page).getByRole("button", { name: "Turn it off" }).click();
  await expect(section(page)).toContainText("Off");
  await page.goto("/settings/activity");
  await expect(page.getByText("Two-factor sign-in was turned on")).toBeVisible();
  await expect(page.getByText("Two-factor sign-in was turned off")).toBeVisible();
  await page.context().clearCookies();
  await page.goto("/sign-in?next=%2Fsettings%2Faccount");
  await fillSignIn(page, person);
  await expect(page).toHaveURL(/\/settings\/account$/);
});

test("new backup codes take the place of the former ones", async ({ signedIn: page, person, server }) => {
  const { backupCodes } = await turnOnSecondFactor(page, server.url, person);
  await page.goto("/settings/account");
  await section(page).getByRole("button", { name: "New backup codes" }).click();
  await page.getByLabel("Your password").fill(person.password);
  await section(page).getByRole("button", { name: "Make new codes" }).click();
  const list = section(page).getByRole("list", { name: "Backup codes" }).getByRole("listitem");
  await expect(list).toHaveCount(10);
  const [renewed = ""] = await list.allInnerTexts();
  noteSecret("backup_code", renewed);
  await givePassword(page, person);
  await giveCode(page, backupCodes[0] ?? "");
  await expect(page.getByRole("alert").filter({ hasText: "This code is not right" })).toBeVisible();
  await giveCode(page, renewed);
  await expect(section(page)).toContainText("9 backup codes are left.");
});

test("the page of the second step sends whoever gave no password to give it", async ({ page }) => {
  await page.goto("/sign-in/second-step?next=%2Fsettings%2Fdevices");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fsettings%2Fdevices$/);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("both steps are forms, and the first alone opens nothing", async ({
    signedIn: page,
    person,
    server,
  }) => {
    const { secret, backupCodes } = await turnOnSecondFactor(page, server.url, person);
    await givePassword(page, person);
    await giveCode(page, "000000");
    await expect(page.getByText("This code is not right")).toBeVisible();
    await expect(oneMoreStep(page)).toBeVisible();
    await giveCode(page, codeOf(secret));
    await expect(page).toHaveURL(/\/settings\/account$/);
    await givePassword(page, person);
    await giveCode(page, backupCodes[0] ?? "");
    await expect(page).toHaveURL(/\/settings\/account$/);
  });
});
