import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { startLogin } from "./support/authorize";
import { deviceRow, keyFor } from "./support/devices";
import { operate } from "./support/operator";
import { fillSignIn, newPerson, signUpByApi } from "./support/people";
import { expect, test as base } from "./support/test";

interface Fixtures {
  /** The page of an operator. */
  operator: Page;
}

const test = base.extend<Fixtures>({
  operator: async ({ page, server }, use) => {
    const person = newPerson("Olga Operator");
    await signUpByApi(page.context(), server.url, person);
    await operate(server, "people", "operator", person.email);
    await use(page);
  },
});

/** Finds somebody by their address and opens their page, as an operator does. */
async function openPerson(page: Page, { name, email }: { name: string; email: string }): Promise<void> {
  await page.goto("/admin/people");
  await page.getByRole("searchbox", { name: "Find somebody" }).fill(email);
  await page.getByRole("button", { name: "Search" }).click();
  const people = page.getByRole("list", { name: "People" }).getByRole("listitem");
  await expect(people).toHaveCount(1);
  await people.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

const action = (page: Page, name: string): Locator =>
  page
    .getByRole("list", { name: "What you can do" })
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name }) })
    .getByRole("button");

/** Answers the question that a button has asked. */
async function confirm(page: Page, says: RegExp, name: string): Promise<void> {
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText(says);
  await expectAccessible(page, `the question before ${name}`);
  await dialog.getByRole("button", { name, exact: true }).click();
  await expect(dialog).toBeHidden();
}

test("an operator locks somebody, who is out at once with every key, and lets them in again", async ({
  operator: page,
  somebodyElse,
  server,
  cli,
}) => {
  const { page: theirs, person } = await somebodyElse("Grace Hopper");
  const key = await keyFor(theirs, server.url, "grace-laptop");
  expect((await cli.runWithKey(key, "whoami")).code).toBe(0);

  await openPerson(page, person);
  await expect(page.locator("dl").first()).toContainText("Two-factor sign-inOff");
  await action(page, "Lock the account").click();
  await confirm(page, /This ends 1 browser and 1 device at once\./, "Lock");
  await expect(page.getByText(`${person.email} is locked`)).toBeVisible();
  await expect(page.getByRole("main").getByText("Locked", { exact: true })).toBeVisible();
  expect((await cli.runWithKey(key, "whoami")).code).toBe(3);
  await theirs.goto("/settings/devices");
  await expect(theirs).toHaveURL(/\/sign-in/);
  await fillSignIn(theirs, person);
  await expect(theirs.getByRole("alert").filter({ hasText: /locked/ })).toBeVisible();

  await action(page, "Unlock the account").click();
  await confirm(page, /They can sign in again\./, "Unlock");
  await expect(action(page, "Lock the account")).toBeVisible();
  await theirs.goto("/sign-in?next=%2Fsettings%2Factivity");
  await fillSignIn(theirs, person);
  await expect(theirs.getByText("The account was unlocked")).toBeVisible();
  await expect(theirs.getByText("By the operator of this server").first()).toBeVisible();
  expect((await cli.runWithKey(key, "whoami")).code).toBe(3);

  // Among operators it is known who did it.
  await page.goto(`/admin/activity?q=${encodeURIComponent(person.email)}&kind=account`);
  await expect(page.getByRole("heading", { name: "The account was locked" })).toBeVisible();
  await expect(page.getByText(/^By olga\..*, operator$/)).toHaveCount(2);
});

test("an operator revokes one device of somebody, then all, then signs them out", async ({
  operator: page,
  somebodyElse,
  server,
  cli,
}) => {
  const { page: theirs, person } = await somebodyElse("Grace Hopper");
  const keys: string[] = [];
  for (const name of ["one", "two", "three"]) keys.push(await keyFor(theirs, server.url, name));
  const codes = () => Promise.all(keys.map(async (key) => (await cli.runWithKey(key, "whoami")).code));

  await page.goto(`/admin/devices?q=${encodeURIComponent(person.email)}`);
  await deviceRow(page, "two").getByRole("button", { name: "Revoke" }).click();
  await confirm(page, /Its key stops working at once/, "Revoke");
  await expect(page.getByText("two is signed out")).toBeVisible();
  await expect(deviceRow(page, "two").getByText("Revoked", { exact: true })).toBeVisible();
  expect(await codes()).toEqual([0, 3, 0]);

  await deviceRow(page, "one").getByRole("link", { name: person.email }).click();
  await expect(page.getByRole("heading", { level: 1, name: person.name })).toBeVisible();
  await action(page, "Revoke all devices").click();
  await confirm(page, /2 devices stop working at once/, "Revoke all");
  await expect(page.getByText("2 devices signed out")).toBeVisible();
  expect(await codes()).toEqual([3, 3, 3]);
  await theirs.goto("/settings/account");
  await expect(theirs.getByRole("heading", { level: 1, name: "Account" })).toBeVisible();

  keys.push(await keyFor(theirs, server.url, "four"));
  await page.reload();
  await action(page, "Sign out everywhere").click();
  await page.getByRole("checkbox", { name: /Also revoke 1 device/ }).check();
  await confirm(page, /1 browser is signed out at once/, "Sign out");
  await expect(page.getByText("1 browser and 1 device signed out")).toBeVisible();
  expect(await codes()).toEqual([3, 3, 3, 3]);
  await theirs.goto("/settings/account");
  await expect(theirs).toHaveURL(/\/sign-in/);
});

test("figures appear, and follow what happens without a reload", async ({
  operator: page,
  somebodyElse,
  server,
}) => {
  const figure = (name: string) =>
    page
      .getByLabel("Figures")
      .locator("div")
      .filter({ has: page.getByText(name, { exact: true }) })
      .locator("dd > span")
      .first();
  const read = async (name: string) => Number((await figure(name).textContent())?.replaceAll(",", ""));
  await page.goto("/admin");
  const [waiting, devices] = [await read("Logins that wait"), await read("Devices signed in")];
  await expect(page.getByText(/of \d+ connections in use/)).toBeVisible();
  const { page: theirs } = await somebodyElse("Grace Hopper");
  await startLogin(theirs.request, "a terminal");
  await keyFor(theirs, server.url, "a laptop");
  await expect.poll(() => read("Logins that wait")).toBeGreaterThan(waiting);
  await expect.poll(() => read("Devices signed in")).toBeGreaterThan(devices);
});

test("many people are looked through by words, and page by page", async ({ operator: page, rows }) => {
  const mark = randomUUID();
  await rows.user.createMany({
    data: Array.from({ length: 70 }, (_, n) => ({
      id: randomUUID(),
      name: `Person ${n}`,
      email: `${n}-${mark}@example.test`,
    })),
  });
  const people = page.getByRole("list", { name: "People" }).getByRole("listitem");
  await page.goto("/admin/people");
  const search = page.getByRole("searchbox", { name: "Find somebody" });
  await search.fill(mark);
  await search.press("Enter");
  await expect(page).toHaveURL(new RegExp(`q=${mark}`));
  await expect(people).toHaveCount(50);
  await page.getByRole("button", { name: "Load more" }).click();
  await expect(people).toHaveCount(70);
  await expect(people.nth(50)).toBeFocused();
  await page.getByRole("combobox", { name: "Who" }).selectOption("Locked");
  await expect(page.getByText("Nobody like that")).toBeVisible();
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(search).toHaveValue("");
});

test("whose role was taken meanwhile is refused what the open page still offers", async ({
  operator: page,
  somebodyElse,
  rows,
}) => {
  const { person } = await somebodyElse("Grace Hopper");
  await openPerson(page, person);
  await action(page, "Lock the account").click();
  await rows.user.updateMany({ where: { name: "Olga Operator" }, data: { operatorSince: null } });
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Lock", exact: true }).click();
  await expect(dialog.getByRole("alert")).toHaveText("You are not allowed to do this.");
  expect((await rows.user.findUniqueOrThrow({ where: { email: person.email } })).lockedAt).toBeNull();
});

test.describe("every page", () => {
  for (const [size, viewport] of Object.entries({
    "on a phone": { width: 360, height: 740 },
    "on a desk": { width: 1440, height: 900 },
  })) {
    test(`is accessible and not too wide ${size}, in light and dark`, async ({
      operator: page,
      somebodyElse,
      server,
      rows,
    }) => {
      await page.setViewportSize(viewport);
      const { page: theirs, person } = await somebodyElse("Grace Hopper");
      await keyFor(
        theirs,
        server.url,
        "build-runner-eu-central-1-with-a-name-that-nobody-would-choose-0123456789",
      );
      const { id } = await rows.user.findUniqueOrThrow({ where: { email: person.email } });
      for (const path of [
        "",
        "/people",
        `/people/${id}`,
        "/clients",
        "/devices",
        "/activity",
        "/activity?q=x",
      ]) {
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          await page.goto(`/admin${path}`);
          await expectAccessible(page, `/admin${path}, ${colorScheme}`);
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          expect.soft(width, path).toBeLessThanOrEqual(viewport.width);
        }
      }
    });
  }
});
