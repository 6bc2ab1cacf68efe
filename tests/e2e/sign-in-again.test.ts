import type { Page } from "@playwright/test";
import type { Database } from "@alprina/db";
import {
  approve,
  compared,
  deny,
  expectOutcome,
  lookAt,
  poll,
  review,
  startLogin,
} from "./support/authorize";
import { registerClient } from "./support/clients";
import { addDevice, addDeviceCard } from "./support/devices";
import type { Person } from "./support/people";
import { arriveAt, Program } from "./support/program";
import { expect, test } from "./support/test";

/** The person's sign-ins were a day and more ago. */
async function age(rows: Database["prisma"], { email }: Person): Promise<void> {
  const createdAt = new Date(Date.now() - 25 * 60 * 60 * 1000);
  const { count } = await rows.session.updateMany({ where: { user: { email } }, data: { createdAt } });
  expect(count).toBeGreaterThan(0);
}

/** From the sentence on the page to the form, which knows who it is, and back. */
async function signInAgain(page: Page, person: Person): Promise<void> {
  const main = page.getByRole("main");
  await expect(main).toContainText("You signed in a while ago");
  await main.getByRole("link", { name: "Sign in again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in again" })).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(person.email);
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  await page.keyboard.type(person.password);
  await page.keyboard.press("Enter");
}

/** Approve sleeps, and says why; Deny does not. */
async function expectAsleep(page: Page): Promise<void> {
  await expect(approve(page)).toHaveAttribute("aria-disabled", "true");
  await expect(approve(page)).toHaveAccessibleDescription(/sign in again/i);
  await expect(deny(page)).toBeEnabled();
}

test("a sign-in of long ago approves nothing until the password is typed again, then the same code", async ({
  signedIn: page,
  person,
  rows,
}) => {
  await age(rows, person);
  const login = await startLogin(page.request, "long ago");
  await lookAt(page, `/authorize?user_code=${login.userCode}`);
  await expectAsleep(page);
  await expect(compared(page)).toHaveCount(0);
  await signInAgain(page, person);
  await expect(page.getByText(login.userCode)).toBeVisible();
  expect((await poll(page.request, login)).body.error).toBe("authorization_pending");
  const newest = await rows.session.findFirstOrThrow({
    where: { user: { email: person.email } },
    orderBy: { createdAt: "desc" },
  });
  expect(Date.now() - newest.createdAt.getTime()).toBeLessThan(60 * 60 * 1000);

  await compared(page).check();
  await approve(page).click();
  await expectOutcome(page, "approved");
});

test("a sign-in that grows old on the open page is asked for at Approve", async ({
  signedIn: page,
  person,
  rows,
}) => {
  const login = await startLogin(page.request, "left open");
  await review(page, `/authorize?user_code=${login.userCode}`);
  await age(rows, person);
  await approve(page).click();
  await expectAsleep(page);
  expect((await poll(page.request, login)).body.error).toBe("authorization_pending");
  await signInAgain(page, person);
  await expect(page.getByText(login.userCode)).toBeVisible();
  await expect(compared(page)).toBeVisible();
});

test("it denies, though", async ({ signedIn: page, person, rows }) => {
  await age(rows, person);
  const login = await startLogin(page.request, "not mine");
  await lookAt(page, `/authorize?user_code=${login.userCode}`);
  await deny(page).click();
  await expectOutcome(page, "denied");
});

test("the same for a program with a browser beside it", async ({ signedIn: page, person, rows, server }) => {
  const { id } = await registerClient(rows, "Acme Deploy");
  const program = await Program.start(server.url, id);
  await age(rows, person);
  await page.goto(program.path({ scope: "openid" }));
  await expectAsleep(page);
  await signInAgain(page, person);
  await expect(page.getByRole("heading", { level: 1, name: /is this you/i })).toBeVisible();
  await page.getByRole("radio", { name: "8 hours" }).check();
  await approve(page).click();
  const { code = "" } = await arriveAt(page, program);
  expect((await program.redeem(code)).body).toMatchObject({ expires_in: 8 * 60 * 60 });
  await program.close();
});

test("the same for a code from the page, before its making and before Connect", async ({
  signedIn: page,
  person,
  rows,
  cli,
}) => {
  await age(rows, person);
  await page.goto("/settings/devices");
  await expect(page.getByRole("button", { name: "Add a device" })).toHaveCount(0);
  await signInAgain(page, person);
  await expect(page).toHaveURL(/\/settings\/devices$/);

  const login = cli.start("login", "--code", await addDevice(page));
  const connect = page.getByRole("button", { name: "Connect" });
  await expect(connect).toBeEnabled();
  await age(rows, person);
  await expect(connect).toHaveAttribute("aria-disabled", "true");
  await expect(connect).toHaveAccessibleDescription(/sign in again/i);
  await expect(page.getByRole("button", { name: "Not me" })).toBeEnabled();
  await signInAgain(page, person);
  await expect(connect).not.toHaveAttribute("aria-disabled");
  await connect.click();
  expect((await login.ended).code).toBe(0);
  await expect(addDeviceCard(page)).toContainText("is signed in");
});

test("the form for signing in again is an ordinary one to whoever is signed out", async ({ page }) => {
  await page.goto("/sign-in?again=1&next=%2F%2Fevil.example");
  await expect(page.getByRole("heading", { level: 1, name: "Sign in", exact: true })).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue("");
});
