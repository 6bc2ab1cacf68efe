import type { Browser, Locator, Page } from "@playwright/test";
import { keyFor } from "./support/devices";
import { operate } from "./support/operator";
import { fillSignIn, fillSignUp, type Person } from "./support/people";
import type { Server } from "./support/server";
import { expect, test } from "./support/test";

/** One more browser in which the person signs in by the form. */
async function anotherBrowser(browser: Browser, { url }: Server, person: Person): Promise<Page> {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await page.goto("/sign-in?next=%2Fsettings%2Faccount");
  await fillSignIn(page, person);
  await expect(page.getByRole("heading", { level: 1, name: "Account" })).toBeVisible();
  return page;
}

const browsers = (page: Page): Locator => page.getByRole("list", { name: "Browsers" }).getByRole("listitem");
const section = (page: Page, name: string): Locator => page.getByRole("region", { name });

async function expectSignedOut(page: Page): Promise<void> {
  await page.goto("/settings/account");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fsettings%2Faccount$/);
}

async function expectSignedIn(page: Page): Promise<void> {
  await page.goto("/settings/account");
  await expect(page.getByRole("heading", { level: 1, name: "Account" })).toBeVisible();
}

test("another browser is ended from the list, and is out at once; this one stays", async ({
  signedIn: page,
  person,
  browser,
  server,
}) => {
  const other = await anotherBrowser(browser, server, person);
  await expect(browsers(other)).toHaveCount(2);
  await page.goto("/settings/account");
  await expect(browsers(page)).toHaveCount(2);
  const [own, others] = [browsers(page).first(), browsers(page).nth(1)];
  await expect(own).toContainText("This browser");
  await expect(own).toContainText("Active now");
  await expect(own.getByRole("button")).toHaveCount(0);
  await expect(others).toContainText(/Chrome.* on \w+/);
  await expect(others).toContainText("from localhost");

  await others.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("That browser is signed out")).toBeVisible();
  await expect(browsers(page)).toHaveCount(1);
  await expectSignedOut(other);
  await expectSignedIn(page);
  await other.context().close();
});

test("“Sign out all others” leaves this browser and the devices", async ({
  signedIn: page,
  person,
  browser,
  server,
  cli,
}) => {
  const key = await keyFor(page, server.url, "a laptop");
  const [second, third] = [
    await anotherBrowser(browser, server, person),
    await anotherBrowser(browser, server, person),
  ];
  await page.goto("/settings/account");
  await page.getByRole("button", { name: "Sign out all others" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Sign out all other browsers?" });
  await expect(dialog).toContainText("2 other browsers must sign in again.");
  await dialog.getByRole("button", { name: "Sign out all others" }).click();
  await expect(browsers(page)).toHaveCount(1);
  for (const other of [second, third]) {
    await expectSignedOut(other);
    await other.context().close();
  }
  expect((await cli.runWithKey(key, "whoami")).code).toBe(0);
});

test("a password is changed after the page has said what that ends, and the former opens nothing more", async ({
  signedIn: page,
  person,
  browser,
  server,
  cli,
}) => {
  const key = await keyFor(page, server.url, "a laptop");
  const other = await anotherBrowser(browser, server, person);
  await page.goto("/settings/account");
  const form = section(page, "Password");
  await expect(form).toContainText("Changing it signs out 1 other browser. This one stays signed in.");
  const send = async (oldPassword: string, newPassword: string) => {
    await form.getByLabel("Old password").fill(oldPassword);
    await form.getByLabel("New password").fill(newPassword);
    await form.getByRole("button", { name: "Change password" }).click();
  };
  const next = `next ${person.password}`;

  await send("not my password", next);
  await expect(form.getByRole("alert").filter({ hasText: "This is not your password." })).toBeVisible();
  await send(person.password, "short");
  await expect(form.getByRole("alert").filter({ hasText: "Use at least 8 characters." })).toBeVisible();
  await expectSignedIn(other);

  await send(person.password, next);
  await expect(page.getByText("The password is changed")).toBeVisible();
  await expect(form.getByLabel("Old password")).toHaveValue("");
  await expect(browsers(page)).toHaveCount(1);
  await expectSignedOut(other);
  await fillSignIn(other, person);
  await expect(other.getByRole("alert").filter({ hasText: "E-mail or password is wrong." })).toBeVisible();
  await fillSignIn(other, { ...person, password: next });
  await expect(other.getByRole("heading", { level: 1, name: "Account" })).toBeVisible();
  expect((await cli.runWithKey(key, "whoami")).code).toBe(0);

  await test.step("with devices", async () => {
    await form.getByRole("checkbox", { name: /Also sign out my device: its key stops/ }).check();
    await send(next, person.password);
    await expect(form.getByRole("checkbox")).toHaveCount(0);
    await expectSignedOut(other);
    expect((await cli.runWithKey(key, "whoami")).stderr).toContain("This API key was revoked on");
  });
  await other.context().close();
});

test("“Sign out everywhere” with this browser and devices leaves nothing signed in", async ({
  signedIn: page,
  person,
  browser,
  server,
  cli,
}) => {
  const key = await keyFor(page, server.url, "a laptop");
  const other = await anotherBrowser(browser, server, person);
  await page.goto("/settings/account");
  const everywhere = section(page, "Sign out everywhere");
  await everywhere.getByRole("checkbox", { name: "Also sign out this browser" }).check();
  await everywhere.getByRole("checkbox", { name: /Also sign out my device: its key stops/ }).check();
  await everywhere.getByRole("button", { name: "Sign out everywhere" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Sign out everywhere?" });
  await expect(dialog).toContainText("Signed out at once: this browser, 1 other browser and 1 device.");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect((await cli.runWithKey(key, "whoami")).code).toBe(0);

  await everywhere.getByRole("button", { name: "Sign out everywhere" }).click();
  await dialog.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page.getByRole("main").getByRole("link", { name: "Create an account" }).first()).toBeVisible();
  await expectSignedOut(page);
  await expectSignedOut(other);
  const refused = await cli.runWithKey(key, "whoami");
  expect(refused.stderr).toMatch(/This API key was revoked on \d{4}-\d\d-\d\d at \d\d:\d\d UTC\./);
  expect(refused.code).toBe(3);
  await other.context().close();
});

test("an account is deleted by its address and password, after the page has said what ends", async ({
  signedIn: page,
  person,
  browser,
  server,
  cli,
}) => {
  const key = await keyFor(page, server.url, "a laptop");
  const other = await anotherBrowser(browser, server, person);
  await page.goto("/settings/account");
  const end = section(page, "Delete the account");
  await expect(end).toContainText("Your device and 2 browsers are signed out at once");
  await end.getByRole("button", { name: "Delete my account" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Delete your account?" });
  const send = async (email: string, password: string) => {
    await dialog.getByLabel("Your e-mail address").fill(email);
    await dialog.getByLabel("Your password").fill(password);
    await dialog.getByRole("button", { name: "Delete for good" }).click();
  };
  await send("grace@example.test", person.password);
  await expect(dialog.getByText("This is not the address of this account.")).toBeVisible();
  await send(person.email, "not my password");
  await expect(dialog.getByText("This is not your password.")).toBeVisible();
  expect((await cli.runWithKey(key, "whoami")).code).toBe(0);

  await send(person.email, person.password);
  await expect(page.getByRole("main").getByRole("link", { name: "Create an account" }).first()).toBeVisible();
  await expectSignedOut(other);
  expect((await cli.runWithKey(key, "whoami")).stderr).toContain("This API key is not known here.");
  await fillSignIn(other, person);
  await expect(other.getByRole("alert").filter({ hasText: "E-mail or password is wrong." })).toBeVisible();
  await other.context().close();

  await page.goto("/sign-up?next=%2Fsettings%2Faccount");
  await fillSignUp(page, person);
  await expect(browsers(page)).toHaveCount(1);
});

test("a sign-in of long ago deletes nothing and changes no password, and the page says the way on", async ({
  signedIn: page,
  person,
  rows,
}) => {
  const createdAt = new Date(Date.now() - 25 * 60 * 60 * 1000);
  await page.goto("/settings/account");
  await rows.session.updateMany({ where: { user: { email: person.email } }, data: { createdAt } });
  await page.getByRole("button", { name: "Delete my account" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Delete your account?" });
  await dialog.getByLabel("Your e-mail address").fill(person.email);
  await dialog.getByLabel("Your password").fill(person.password);
  await dialog.getByRole("button", { name: "Delete for good" }).click();
  await expect(dialog.getByRole("alert")).toContainText("For this you must have signed in not long ago.");
  await expect(dialog.getByRole("link", { name: "Sign in again" })).toHaveAttribute(
    "href",
    /^\/sign-in\?again=1&/,
  );
  expect(await rows.user.count({ where: { email: person.email } })).toBe(1);

  // A page that is opened so late says it before anybody has typed anything.
  await page.reload();
  await expect(page.getByRole("main")).toContainText("Sign in again to change the password");
  await expect(page.getByRole("main")).toContainText("Sign in again to delete the account");
  await expect(page.getByRole("button", { name: /^(Delete my account|Change password)$/ })).toHaveCount(0);
});

test("whom the operator locks is out of page and terminal, is told so, and gets in again when unlocked", async ({
  signedIn: page,
  person,
  server,
  cli,
}) => {
  const key = await keyFor(page, server.url, "a laptop");
  const said = await operate(server, "people", "lock", person.email, "--yes");
  expect(said).toContain(`Locked ${person.email}. Signed out: 1 browser and 1 device.`);

  const refused = await cli.runWithKey(key, "whoami");
  expect(refused.stderr).toContain("This API key was revoked: the account is locked.");
  expect(refused.stderr).toContain("Ask whoever runs this server.");
  expect(refused.code).toBe(3);
  await expectSignedOut(page);
  await fillSignIn(page, person);
  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert).toHaveText("This account is locked. Ask whoever runs this server.");
  await expectSignedOut(page);

  await operate(server, "people", "unlock", person.email);
  await fillSignIn(page, person);
  await expect(page.getByRole("heading", { level: 1, name: "Account" })).toBeVisible();
  expect((await cli.runWithKey(key, "whoami")).code).toBe(3);
});
