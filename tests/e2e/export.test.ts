import { readFile } from "node:fs/promises";
import { keyFor } from "./support/devices";
import { expect, test } from "./support/test";

test("a person takes along what is kept about them, and nothing secret is in it", async ({
  signedIn: page,
  person,
  server,
}) => {
  const key = await keyFor(page, server.url, "ada-thinkpad");
  await page.goto("/settings/account");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Account and devices (JSON)" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^account-\d{4}-\d\d-\d\d\.json$/);
  const text = await readFile(await download.path(), "utf8");
  expect(JSON.parse(text)).toMatchObject({
    person: { email: person.email, fullName: person.name },
    waysToSignIn: ["password"],
    browsers: [{ isCurrent: true }],
    devices: [{ name: "ada-thinkpad", status: "active" }],
  });
  expect(text).not.toContain(key);
  expect(text).not.toContain(person.password);
});

test("nobody else is given it", async ({ request }) => {
  const signedOut = await request.get("/settings/account/export");
  expect(signedOut.status()).toBe(401);
});
