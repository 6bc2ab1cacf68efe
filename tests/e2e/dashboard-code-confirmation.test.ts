import { addDevice } from "./support/devices";
import { expect, test } from "./support/test";

test.use({ settings: { DASHBOARD_CODE_CONFIRMATION: "required" } });

test("where the operator wants confirmation, no code gives a key without a click on the page", async ({
  signedIn: page,
  person,
  cli,
}) => {
  const code = await addDevice(page);
  const old = await page.request.post("/v1/auth/cli-verify", { data: { cli_code: code } });
  expect(old.status()).toBe(403);
  expect(await old.json()).toMatchObject({ detail: expect.stringContaining("confirmed in the browser") });

  // The refusal did not use the code up.
  const login = cli.start("login", "--code", code);
  await page.getByRole("button", { name: "Connect" }).click();
  expect((await login.ended).code).toBe(0);
  expect((await cli.run("whoami")).stdout).toContain(person.email);
});
