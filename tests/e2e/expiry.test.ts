import { approve, codeField, expectOutcome, review } from "./support/authorize";
import { addDevice, addDeviceCard } from "./support/devices";
import { expect, test } from "./support/test";

test.use({ settings: { DEVICE_CODE_TTL_SECONDS: "9", DASHBOARD_CODE_TTL_SECONDS: "6" } });

const NOBODY_APPROVED = "Nobody approved in time, and the code has expired. Nothing was signed in.";

test("a code that ends while its page is open says so by itself, and ends the command line", async ({
  signedIn: page,
  cli,
}) => {
  await page.goto("/authorize");
  const login = cli.start("login");
  await codeField(page).fill(await login.userCode());
  await review(page);
  await expect(page.getByRole("timer")).toContainText(/0:0\d/);

  await expectOutcome(page, "expired");
  await expect(approve(page)).toHaveCount(0);
  await expect(page.getByText("alprina login")).toBeVisible();
  const ended = await login.ended;
  expect(ended.stderr).toContain(NOBODY_APPROVED);
  expect(ended.code).toBe(5);

  await test.step("and has ended for whoever opens it later", async () => {
    await page.goto(await login.link());
    await page.getByRole("button", { name: "Continue" }).click();
    await expectOutcome(page, "expired");
    await page.getByRole("link", { name: "Enter another code" }).click();
    await expect(codeField(page)).toHaveValue("");
  });
});

test("a dashboard code that ends says so on the page, and is refused at the command line", async ({
  signedIn: page,
  cli,
}) => {
  const code = await addDevice(page);
  await expect(addDeviceCard(page)).toContainText("This code has expired");
  const late = await cli.run("login", "--code", code);
  expect(late.stderr).toContain("Invalid or expired CLI code");
  expect(late.code).toBe(5);
  await addDeviceCard(page).getByRole("button", { name: "New code" }).click();
  await expect(addDeviceCard(page).getByRole("timer")).toBeVisible();
});
