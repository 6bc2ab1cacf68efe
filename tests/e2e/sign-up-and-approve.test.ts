import { statSync } from "node:fs";
import { approve, codeField, expectOutcome, review, side } from "./support/authorize";
import { thisDevice } from "./support/command-line";
import { deviceRow } from "./support/devices";
import { fillSignUp, newPerson } from "./support/people";
import { expect, test } from "./support/test";

test("a newcomer follows the terminal's link, makes an account, approves, and the terminal says who it is", async ({
  page,
  cli,
  server,
}) => {
  const ada = newPerson("Ada Lovelace");
  const login = cli.start("login");
  const code = await login.userCode();

  await test.step("signs up, and the code survives it", async () => {
    await page.goto(await login.link());
    await expect(page).toHaveURL(/\/sign-in\?/);
    await expect(page.getByText(code)).toBeVisible();
    await page.getByRole("link", { name: "Create an account" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Create an account" })).toBeVisible();
    await expect(page.getByText(code)).toBeVisible();
    await fillSignUp(page, ada);
    await expect(page).toHaveURL(/\/authorize\?user_code=/);
    await expect(codeField(page)).toHaveValue(code);
  });

  await test.step("sees who asks, and from where", async () => {
    await review(page);
    await expect(page.getByText(code)).toBeVisible();
    const terminal = side(page, /terminal/i);
    await expect(terminal).toContainText(thisDevice);
    await expect(terminal.getByText(/Linux|Debian|Ubuntu|Alpine|Fedora|macOS|Windows/)).toBeVisible();
    await expect(terminal).toContainText("Alprina CLI");
    await expect(page.getByRole("main")).toContainText(
      "Approve only if you just typed alprina login yourself.",
    );
    await expect(terminal.locator("dd").filter({ hasText: /localhost|127\.0\.0\.1|::1/ })).toBeVisible();
    await expect(terminal).toContainText(/just now|ago/);
    await expect(side(page, /browser/i)).toContainText(ada.email);
  });

  await approve(page).click();
  await expectOutcome(page, "approved");

  await test.step("the terminal is signed in", async () => {
    const ended = await login.ended;
    expect(ended.stderr).toContain(`Signed in as ${ada.name} <${ada.email}>`);
    expect(ended.code).toBe(0);
    expect(statSync(cli.credentials).mode & 0o777).toBe(0o600);
  });

  await test.step("whoami answers, for people and for programs", async () => {
    const plain = await cli.run("whoami");
    expect(plain.stdout).toContain(`${ada.name} <${ada.email}>`);
    expect(plain.code).toBe(0);
    const json = await cli.run("whoami", "--json");
    expect(JSON.parse(json.stdout)).toMatchObject({
      type: "result",
      data: {
        server: server.url,
        user: { email: ada.email, fullName: ada.name, tier: "none" },
        device: { name: thisDevice },
      },
    });
  });

  await test.step("the device is in the list", async () => {
    await page.getByRole("link", { name: "See your devices" }).click();
    await expect(page).toHaveURL(/\/settings\/devices$/);
    await expect(deviceRow(page, thisDevice)).toHaveCount(1);
    await expect(deviceRow(page, thisDevice)).toContainText("Alprina CLI");
  });
});

test("a person with an account signs in on the way, and the code survives it", async ({
  signedIn: page,
  person,
  cli,
}) => {
  await page.context().clearCookies();
  const login = cli.start("login");
  const code = await login.userCode();
  await page.goto(await login.link());
  await expect(page).toHaveURL(/\/sign-in\?/);
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByLabel("Password", { exact: true }).press("Enter");
  await expect(codeField(page)).toHaveValue(code);
  await review(page);
  await approve(page).click();
  await expectOutcome(page, "approved");
  expect((await login.ended).code).toBe(0);
});
