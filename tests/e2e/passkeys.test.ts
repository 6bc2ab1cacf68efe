import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { addAuthenticator } from "./support/passkeys";
import { expect, test } from "./support/test";

const passkeys = (page: Page): Locator => page.getByRole("list", { name: "Passkeys" }).getByRole("listitem");

/** As a browser in which nobody has been before; only its authenticator knows somebody. */
async function forget(page: Page): Promise<void> {
  await page.context().clearCookies();
  await page.evaluate(() => localStorage.clear());
}

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.goto("/settings/account");
  await page.getByLabel("Name of a new passkey").fill(name);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(passkeys(page).filter({ hasText: name })).toBeVisible();
}

test("a passkey is added, signs in, is renamed and removed; then it signs nobody in", async ({
  signedIn: page,
  person,
  rows,
}) => {
  const authenticator = await addAuthenticator(page);
  await addPasskey(page, "my laptop");
  expect(await authenticator.credentials()).toMatchObject([
    { rpId: "localhost", isResidentCredential: true },
  ]);
  await expect(passkeys(page)).toContainText("not used yet");
  await expectAccessible(page, "the account page with a passkey");
  const where = { user: { email: person.email } };
  expect(await rows.passkey.findFirst({ where })).toMatchObject({ name: "my laptop" });

  await test.step("it signs in where the person was going, without a password", async () => {
    await forget(page);
    await page.goto("/sign-in?next=%2Fsettings%2Faccount");
    await page.getByRole("button", { name: "Use a passkey" }).click();
    await expect(page).toHaveURL(/\/settings\/account$/);
    await expect(passkeys(page)).toContainText("used just now");
  });

  await test.step("it gets another name", async () => {
    await passkeys(page).getByRole("button", { name: "Rename" }).click();
    await page.getByLabel("Passkey name").fill("the old laptop");
    await page.keyboard.press("Enter");
    await expect(passkeys(page).getByRole("heading", { name: "the old laptop" })).toBeVisible();
  });

  await test.step("removed, it is not known any more", async () => {
    await passkeys(page).getByRole("button", { name: "Remove" }).click();
    const dialog = page.getByRole("alertdialog");
    await expect(dialog).toContainText("Remove “the old laptop”?");
    await expectAccessible(page, "the question before a passkey is removed");
    await dialog.getByRole("button", { name: "Remove" }).click();
    await expect(page.getByRole("list", { name: "Passkeys" })).toHaveCount(0);
    await forget(page);
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Use a passkey" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "not known here" })).toBeVisible();
    expect(await page.context().cookies()).not.toContainEqual(
      expect.objectContaining({ name: "alprina.session" }),
    );
  });

  const kinds = await rows.activity.findMany({ where, orderBy: { id: "asc" } });
  expect(kinds.map(({ kind, detail }) => [kind, detail])).toEqual([
    ["signed-in", null],
    ["passkey-added", "my laptop"],
    ["signed-in", null],
    ["passkey-renamed", "my laptop"],
    ["passkey-removed", "the old laptop"],
  ]);
  expect(kinds[1]).toMatchObject({ ipAddress: expect.stringMatching(/^(127|::1)/) });
  expect(kinds[1]?.userAgent).toContain("Chrome");
});

test("a browser that had one before offers it from the e-mail field, and any other stores nothing", async ({
  signedIn: page,
  rows,
}) => {
  await addAuthenticator(page);
  await addPasskey(page, "my laptop");
  const [before] = [await rows.verification.count(), await forget(page)];
  await page.goto("/sign-in?next=%2Fsettings%2Faccount");
  await expect(page.getByRole("button", { name: "Use a passkey" })).toBeVisible();
  expect(await page.context().cookies()).toEqual([]);
  expect(await rows.verification.count()).toBe(before);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page).toHaveURL(/\/settings\/account$/);
  await page.context().clearCookies();
  // The authenticator of this browser picks the one that is offered by itself, as a person would from the list.
  await page.goto("/sign-in?next=%2Fsettings%2Faccount");
  await expect(page).toHaveURL(/\/settings\/account$/);
});

test("a passkey that nobody opened by a finger or a PIN is no way in", async ({
  signedIn: page,
  person,
  rows,
}) => {
  const authenticator = await addAuthenticator(page);
  await addPasskey(page, "my laptop");
  await authenticator.setVerified(false);

  // As a page would that leaves the question whether it was verified to the device.
  await forget(page);
  const options = await page.request.get("/api/auth/passkey/generate-authenticate-options");
  const { challenge, rpId } = (await options.json()) as { challenge: string; rpId: string };
  const assertion = await page.evaluate(
    async ({ challenge, rpId }) => {
      const bytes = (text: string) =>
        Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
      const credential = await navigator.credentials.get({
        publicKey: { challenge: bytes(challenge), rpId, userVerification: "discouraged" },
      });
      return JSON.stringify(credential);
    },
    { challenge, rpId },
  );
  const origin = new URL(page.url()).origin;
  const reply = await page.request.post("/api/auth/passkey/verify-authentication", {
    headers: { Origin: origin },
    data: { response: JSON.parse(assertion) as object },
  });
  expect([reply.status(), await reply.json()]).toMatchObject([401, { code: "PASSKEY_NOT_VERIFIED" }]);
  expect(await page.context().cookies()).not.toContainEqual(
    expect.objectContaining({ name: "alprina.session" }),
  );
  const where = { user: { email: person.email }, kind: "sign-in-failed" };
  expect(await rows.activity.findMany({ where })).toMatchObject([{ detail: "the passkey did not fit" }]);

  await test.step("what is verified is taken", async () => {
    await authenticator.setVerified(true);
    await forget(page);
    await page.goto("/sign-in?next=%2Fsettings%2Faccount");
    await page.getByRole("button", { name: "Use a passkey" }).click();
    await expect(passkeys(page)).toHaveCount(1);
  });
});

test("who signed in long ago signs in again before a passkey is added, by the page and by the server", async ({
  signedIn: page,
  person,
  rows,
}) => {
  await addAuthenticator(page);
  await page.goto("/settings/account");
  await page.getByLabel("Name of a new passkey").fill("my laptop");
  const createdAt = new Date(Date.now() - 25 * 60 * 60 * 1000);
  await rows.session.updateMany({ where: { user: { email: person.email } }, data: { createdAt } });
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "You signed in a while ago" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("region", { name: "Passkeys" })).toContainText("to add a passkey");
  expect(await rows.passkey.count({ where: { user: { email: person.email } } })).toBe(0);
});
