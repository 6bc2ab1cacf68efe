import { deny, expectOutcome, review, typeCode } from "./support/authorize";
import { expect, test } from "./support/test";

test("denial ends the command line with a clear message, and the page says what happened", async ({
  signedIn: page,
  cli,
}) => {
  const login = cli.start("login");
  const code = await login.userCode();
  await review(page, await login.link());
  await deny(page).click();
  await expectOutcome(page, "denied");
  await expect(page.getByText(/do not enter another one/i)).toBeVisible();

  const ended = await login.ended;
  expect(ended.stderr).toContain("The login was denied in the browser. Nothing was signed in.");
  expect(ended.stdout).toBe("");
  expect(ended.code).toBe(4);
  expect((await cli.run("whoami")).stderr).toContain("You are not signed in");

  // It is final: the code opens nothing any more.
  await typeCode(page, code);
  await expectOutcome(page, "alreadyDenied");
  await page.goto("/settings/devices");
  await expect(page.getByText("No terminal is signed in yet")).toBeVisible();
});
