import { readFileSync, statSync } from "node:fs";
import { approve, expectOutcome, review } from "./support/authorize";
import { deviceRow } from "./support/devices";
import { expect, test } from "./support/test";

test("logout revokes the key on the server and forgets it here; the older names do the same", async ({
  signedIn: page,
  person,
  cli,
}) => {
  const login = cli.start("auth", "login", "--device-name", "borrowed desk");
  await review(page, await login.link());
  await approve(page).click();
  await expectOutcome(page, "approved");
  expect((await login.ended).code).toBe(0);

  const status = await cli.run("auth", "status");
  expect(status.stdout).toContain(`${person.name} <${person.email}>`);
  expect(status.code).toBe(0);
  expect(statSync(cli.credentials).mode & 0o777).toBe(0o600);
  const [apiKey = ""] = /alprina_sk_live_\w+/.exec(readFileSync(cli.credentials, "utf8")) ?? [];
  expect(apiKey).not.toBe("");

  const logout = await cli.run("auth", "logout");
  expect(logout.stderr).toContain("Signed out of");
  expect(logout.code).toBe(0);
  expect(readFileSync(cli.credentials, "utf8")).not.toContain("alprina_sk_live_");
  expect(statSync(cli.credentials).mode & 0o777).toBe(0o600);

  // Whoever copied the key has nothing either.
  const copied = await cli.runWithKey(apiKey, "whoami");
  expect(copied.stderr).toContain("This API key was revoked");
  expect(copied.code).toBe(3);
  await page.goto("/settings/devices");
  await expect(deviceRow(page, "borrowed desk")).toContainText("Revoked");

  const again = await cli.run("logout");
  expect(again.stderr).toContain("You are not signed in");
  expect(again.code).toBe(3);
});
