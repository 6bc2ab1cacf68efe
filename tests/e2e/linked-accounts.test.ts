import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { comeBack, expect, newcomer, signInThere, test } from "./support/identity-provider";
import { signUpByApi } from "./support/people";

const section = (page: Page): Locator => page.getByRole("region", { name: "Linked accounts" });
const you = (page: Page): Locator => page.getByRole("region", { name: "You", exact: true });
const linked = (page: Page): Locator => section(page).getByRole("listitem");

/** From the account page over the provider's own two, until it sends the person back. */
async function link(page: Page, subject: string): Promise<void> {
  await page.goto("/settings/account");
  await section(page).getByRole("button", { name: "Link Acme", exact: true }).click();
  await page.getByPlaceholder("Enter any login").fill(subject);
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await expect(page.getByRole("button", { name: "Continue", exact: true })).toBeVisible();
  await comeBack(page);
}

test("an account elsewhere is linked by a click, signs in, and is unlinked", async ({
  signedIn: page,
  person,
  provider,
  rows,
}) => {
  const ada = newcomer(provider);
  await page.goto("/settings/account");
  await expectAccessible(page, "the account page with nothing linked");
  await link(page, ada.subject);
  await expect(page).toHaveURL(/\/settings\/account$/);
  await expect(linked(page)).toHaveCount(1);
  await expect(section(page).getByRole("button", { name: "Link Acme", exact: true })).toHaveCount(0);
  await expectAccessible(page, "the account page with one linked");
  const where = { user: { email: person.email }, kind: "account-linked" };
  expect(await rows.activity.findMany({ where })).toMatchObject([
    { detail: "oidc", ipAddress: expect.stringMatching(/^(127|::1)/) as unknown },
  ]);
  // Nothing of the other address is taken over, and nothing of the provider's is kept.
  const user = await rows.user.findUniqueOrThrow({
    where: { email: person.email },
    include: { accounts: true },
  });
  expect(user.emailVerified).toBe(false);
  expect(user.accounts.find(({ providerId }) => providerId === "oidc")).toMatchObject({
    ...{ accountId: `${provider.issuer}#${ada.subject}`, idToken: null, accessToken: null },
  });

  await test.step("it signs the same person in", async () => {
    await page.context().clearCookies();
    await page.goto("/sign-in?next=%2Fsettings%2Faccount");
    await signInThere(page, ada.subject);
    await expect(you(page)).toContainText(person.email);
  });

  await test.step("unlinked, it makes somebody new", async () => {
    await section(page).getByRole("button", { name: "Unlink Acme" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Unlink" }).click();
    await expect(linked(page)).toHaveCount(0);
    await page.context().clearCookies();
    await page.goto("/sign-in?next=%2Fsettings%2Faccount");
    await signInThere(page, ada.subject);
    await expect(you(page)).toContainText(ada.email);
    await expect(you(page)).not.toContainText(person.email);
  });

  await test.step("whose only way in it is then", async () => {
    await section(page).getByRole("button", { name: "Unlink Acme" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Unlink" }).click();
    await expect(section(page)).toContainText("This is the only way in to your account.");
    await expect(linked(page)).toHaveCount(1);
  });
});

test("an account that is somebody’s is not linked to another", async ({ signedIn: page, provider, rows }) => {
  const grace = newcomer(provider);
  const bearer = await provider.sign({ sub: grace.subject, email: grace.email });
  const headers = { Authorization: `Bearer ${bearer}` };
  expect((await page.request.get("/v1/auth/devices", { headers })).status()).toBe(200);
  await link(page, grace.subject);
  await expect(section(page).getByRole("alert")).toContainText("somebody else’s way in already");
  await expectAccessible(page, "the account page with a refusal");
  await expect(linked(page)).toHaveCount(0);
  const where = { accountId: `${provider.issuer}#${grace.subject}` };
  expect(await rows.account.findMany({ where, include: { user: true } })).toMatchObject([
    { user: { email: grace.email } },
  ]);
});

test("nobody is linked from elsewhere, by a token that is brought along, or a day after the sign-in", async ({
  signedIn: page,
  person,
  provider,
  rows,
  server,
}) => {
  const ada = newcomer(provider);
  const token = await provider.sign({ sub: ada.subject, email: person.email, email_verified: true });
  const ask = (headers: Record<string, string>, more: object = {}) =>
    page.request.post("/api/auth/link-social", {
      headers,
      data: { provider: "oidc", callbackURL: `${server.url}/settings/account`, ...more },
    });
  expect((await ask({ Origin: "https://elsewhere.example" })).status()).toBe(403);
  const own = { Origin: server.url };
  expect((await ask(own, { idToken: { token } })).status()).toBe(400);
  expect((await ask(own)).status()).toBe(200);
  const createdAt = new Date(Date.now() - 25 * 60 * 60 * 1000);
  await rows.session.updateMany({ where: { user: { email: person.email } }, data: { createdAt } });
  const late = await ask(own);
  expect([late.status(), await late.json()]).toMatchObject([403, { code: "SESSION_NOT_FRESH" }]);
  await page.context().clearCookies();
  expect((await ask(own)).status()).toBe(401);
  const where = { providerId: "oidc", user: { email: person.email } };
  expect(await rows.account.count({ where })).toBe(0);
});

test("who has the same address elsewhere is still not let in by it", async ({
  page,
  provider,
  server,
  person,
}) => {
  await signUpByApi(page.context(), server.url, person);
  await page.context().clearCookies();
  const ada = newcomer(provider, { email: person.email });
  await page.goto("/sign-in");
  await signInThere(page, ada.subject);
  await expect(page.getByRole("alert").filter({ hasText: "made another way" })).toBeVisible();
});
