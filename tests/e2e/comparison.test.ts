import {
  approve,
  compared,
  deny,
  expectOutcome,
  lifetime,
  isDecision,
  lookAt,
  poll,
  startLogin,
} from "./support/authorize";
import { addDevice } from "./support/devices";
import { expect, test } from "./support/test";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

test("Approve sleeps until the person says that their terminal shows the code; Deny never does", async ({
  signedIn: page,
}) => {
  const login = await startLogin(page.request, "compared");
  const calls: string[] = [];
  page.on("request", (request) => {
    if (isDecision(request)) calls.push(request.url());
  });
  await lookAt(page, `/authorize?user_code=${login.userCode}`);
  await expect(page.getByText(login.userCode)).toBeVisible();
  await expect(deny(page)).toBeEnabled();
  await expect(approve(page)).toHaveAttribute("aria-disabled", "true");
  await expect(approve(page)).toHaveAccessibleDescription(/compare the code/i);
  await approve(page).click({ force: true });
  await approve(page).press("Enter");
  expect(calls).toEqual([]);
  expect((await poll(page.request, login)).body.error).toBe("authorization_pending");

  await compared(page).check();
  await expect(approve(page)).not.toHaveAttribute("aria-disabled");
  await compared(page).uncheck();
  await expect(approve(page)).toHaveAttribute("aria-disabled", "true");
  await compared(page).check();
  await approve(page).click();
  await expectOutcome(page, "approved");
});

test("the key lives as long as the person chooses, a year when they choose nothing", async ({
  signedIn: page,
  rows,
}) => {
  for (const [words, lives] of [
    ["8 hours", 8 * HOUR_MS],
    ["30 days", 30 * DAY_MS],
    [null, 365 * DAY_MS],
  ] as const) {
    const name = `for ${words ?? "long"}`;
    const login = await startLogin(page.request, name);
    await lookAt(page, `/authorize?user_code=${login.userCode}`);
    await expect(lifetime(page, "1 year")).toBeChecked();
    if (words) await lifetime(page, words).check();
    await compared(page).check();
    await approve(page).click();
    await expectOutcome(page, "approved");
    const { body } = await poll(page.request, login);
    expect(body.api_key).toMatch(/^alprina_sk_live_/);
    const key = await rows.apiKey.findFirstOrThrow({
      where: { name, user: { deviceGrants: { some: { deviceName: name } } } },
    });
    expect(key.expiresAt.getTime() - key.createdAt.getTime()).toBe(lives);
  }
});

test("a terminal with a code from the page lives as long as is chosen there", async ({
  signedIn: page,
  person,
  rows,
  cli,
}) => {
  const login = cli.start("login", "--code", await addDevice(page));
  await lifetime(page, "8 hours").check();
  await page.getByRole("button", { name: "Connect" }).click();
  expect((await login.ended).code).toBe(0);
  const key = await rows.apiKey.findFirstOrThrow({ where: { user: { email: person.email } } });
  expect(key.expiresAt.getTime() - key.createdAt.getTime()).toBe(8 * HOUR_MS);
});
