import { fillSignIn, fillSignUp, newPerson } from "./support/people";
import { expect, test } from "./support/test";

test("a wrong password is refused, what was typed stays, and the right one works", async ({
  signedIn: page,
  person,
}) => {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await fillSignIn(page, { ...person, password: "not-the-password" });
  await expect(page.getByRole("alert").filter({ hasText: "E-mail or password is wrong." })).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(person.email);
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  expect(await page.context().cookies()).toEqual([]);

  // The answer for somebody who has no account is the same: it tells nobody who has one.
  await fillSignIn(page, newPerson());
  await expect(page.getByRole("alert").filter({ hasText: "E-mail or password is wrong." })).toBeVisible();

  await fillSignIn(page, person);
  await expect(page.getByText(`signed in here, as ${person.email}`)).toBeVisible();
});

test("an e-mail address that is taken, and a password that is short, are refused at their fields", async ({
  signedIn: page,
  person,
}) => {
  await page.context().clearCookies();
  await page.goto("/sign-up");
  await fillSignUp(page, { ...newPerson(), password: "short" });
  await expect(page.getByRole("alert").filter({ hasText: "Use at least 8 characters." })).toBeVisible();
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();

  await fillSignUp(page, { ...person, password: "another-password" });
  await expect(page.getByRole("alert").filter({ hasText: "There is an account with this" })).toBeVisible();
  await expect(page.getByLabel("E-mail")).toBeFocused();
  expect(await page.context().cookies()).toEqual([]);
});

test("signing out ends the session: settings ask to sign in, and the old cookie opens nothing", async ({
  signedIn: page,
  person,
}) => {
  await page.goto("/settings/devices");
  const cookies = await page.context().cookies();
  await page.getByRole("button", { name: `Account menu of ${person.email}` }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("main").getByRole("link", { name: "Create an account" }).first()).toBeVisible();

  await page.goto("/settings/devices");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fsettings%2Fdevices$/);
  await page.context().addCookies(cookies);
  await page.goto("/settings/devices");
  await expect(page).toHaveURL(/\/sign-in\?/);

  await fillSignIn(page, person);
  await expect(page).toHaveURL(/\/settings\/devices$/);
});

test("who is signed out under an open page signs in on the way, and the code survives it", async ({
  signedIn: page,
  person,
}) => {
  await page.goto("/authorize");
  await page.getByRole("textbox", { name: "Code" }).fill("bcdfghjk");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Continue" }).click();
  await fillSignIn(page, person);
  await expect(page.getByRole("textbox", { name: "Code" })).toHaveValue("BCDF-GHJK");
});
