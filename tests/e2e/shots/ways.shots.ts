import { fillSignIn } from "../support/people";
import { codeOf } from "../support/second-factor";
import { test } from "../support/test";
import { pictures } from "./pictures";

test("the ways into an account", async ({ signedIn: page, person }) => {
  const look = pictures(page, "ways");
  const section = page.getByRole("region", { name: "Two-factor sign-in" });
  await page.goto("/settings/account");
  await section.getByRole("button", { name: "Set it up" }).click();
  await section.getByLabel("Your password").fill(person.password);
  await look("the password first");
  await section.getByRole("button", { name: "Go on" }).click();
  await section.getByRole("img", { name: /scan/ }).waitFor();
  await look("the code to scan");
  const secret = (await section.locator("code").innerText()).replace(/\s/g, "");
  await page.getByLabel("The six digits").fill(codeOf(secret, -1));
  await section.getByRole("button", { name: "Turn it on" }).click();
  await section.getByRole("list", { name: "Backup codes" }).waitFor();
  await look("backup codes");
  await page.context().clearCookies();
  await page.goto("/sign-in?next=%2Fsettings%2Faccount");
  await fillSignIn(page, person);
  await page.getByRole("heading", { level: 1, name: "One more step" }).waitFor();
  await look("the second step");
});
