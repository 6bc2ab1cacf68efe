import {
  approve,
  codeField,
  compared,
  expectOutcome,
  poll,
  review,
  startLogin,
  typeCode,
} from "./support/authorize";
import { expect, test } from "./support/test";

test("a code is formatted as it is typed, in any case, and corrected where the caret is", async ({
  signedIn: page,
}) => {
  await page.goto("/authorize");
  await codeField(page).focus();
  await page.keyboard.type("bcdfg");
  await expect(codeField(page)).toHaveValue("BCDF-G");
  await page.keyboard.type("hjkl");
  await expect(codeField(page)).toHaveValue("BCDF-GHJK");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await expect(codeField(page)).toHaveValue("BCDF");
  await page.keyboard.press("Home");
  await page.keyboard.press("Delete");
  await page.keyboard.type("x");
  await expect(codeField(page)).toHaveValue("XCDF");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("A code has eight letters; here are 4.")).toBeVisible();
  await expect(codeField(page)).toBeFocused();
});

for (const [how, disguise] of [
  ["in small letters without a dash", (code: string) => code.toLowerCase().replace("-", "")],
  ["with spaces around and inside", (code: string) => `  ${code.replace("-", " ")}\n`],
  ["with a long dash", (code: string) => code.replace("-", "–")],
] as const) {
  test(`a code that is pasted ${how} is understood`, async ({ signedIn: page }) => {
    const { userCode } = await startLogin(page.request, "pasted");
    await page.goto("/authorize");
    await codeField(page).focus();
    await page.keyboard.insertText(disguise(userCode));
    await expect(codeField(page)).toHaveValue(userCode);
    await review(page);
    await expect(page.getByText(userCode)).toBeVisible();
  });
}

test("a wrong code is not known, and can be corrected", async ({ signedIn: page }) => {
  const { userCode } = await startLogin(page.request, "corrected");
  const wrong = `${userCode.slice(0, -1)}${userCode.endsWith("Z") ? "X" : "Z"}`;
  await typeCode(page, wrong);
  await expectOutcome(page, "unknown");
  await page.getByRole("button", { name: "Correct the code" }).click();
  await expect(codeField(page)).toHaveValue(wrong);
  await codeField(page).fill(userCode);
  await review(page);
});

test("a code works once", async ({ signedIn: page }) => {
  const login = await startLogin(page.request, "once");
  await typeCode(page, login.userCode);
  await compared(page).check();
  await approve(page).click();
  await expectOutcome(page, "approved");
  await typeCode(page, login.userCode);
  await expectOutcome(page, "alreadyApproved");

  expect((await poll(page.request, login)).body.api_key).toMatch(/^alprina_sk_live_/);
  await typeCode(page, login.userCode);
  await expectOutcome(page, "used");
  expect(await poll(page.request, login)).toMatchObject({
    status: 404,
    body: { detail: "Invalid device code" },
  });
});

test("a code that one person has opened is nobody else's: who types it too is told", async ({
  signedIn: page,
  person: ada,
  somebodyElse,
  cli,
}) => {
  const { page: graces } = await somebodyElse("Grace Hopper");
  const login = cli.start("login");
  await review(page, await login.link());
  await typeCode(graces, await login.userCode());
  await expectOutcome(graces, "somebodyElses");
  await expect(graces.getByText(ada.email)).toHaveCount(0);
  await expect(approve(graces)).toHaveCount(0);

  await approve(page).click();
  await expectOutcome(page, "approved");
  const ended = await login.ended;
  expect(ended.stderr).toContain(ada.email);
  expect(ended.code).toBe(0);
  // Also afterwards a stranger learns no more.
  await typeCode(graces, await login.userCode());
  await expectOutcome(graces, "somebodyElses");
});
