import { expectAccessible } from "./support/accessibility";
import { eventRows, eventTitles, expectEvents, exportCsv, readCsv } from "./support/activity";
import { approve, deny, expectOutcome, review, startLogin, typeCode } from "./support/authorize";
import { deviceRow, keyFor } from "./support/devices";
import { expectVisibleFocus, tabTo } from "./support/keyboard";
import { expect, test } from "./support/test";

const started = "A terminal asked to sign in";
const reviewed = "Looked at a terminal's request";

test("what the real command line and the pages do is listed, filtered by what, which device and when", async ({
  signedIn: page,
  cli,
  person,
}) => {
  const login = cli.start("login", "--device-name", "ada-thinkpad");
  await review(page, await login.link());
  await approve(page).click();
  await expectOutcome(page, "approved");
  expect((await login.ended).code).toBe(0);
  const other = cli.start("login", "--device-name", "who-is-this");
  await review(page, await other.link());
  await deny(page).click();
  await expectOutcome(page, "denied");
  await other.ended;
  await typeCode(page, await other.userCode());
  await expectOutcome(page, "alreadyDenied");
  await page.goto("/settings/devices");
  await deviceRow(page, "ada-thinkpad").getByRole("button", { name: "Rename" }).click();
  await page.keyboard.type("kitchen laptop");
  await page.keyboard.press("Enter");
  await expect(deviceRow(page, "kitchen laptop")).toBeVisible();
  expect((await cli.run("logout")).code).toBe(0);

  await page.getByRole("link", { name: "Activity" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Activity" })).toBeVisible();
  const all = [
    ...["A device was revoked", "A device was renamed", "Entered a code that was over", "Denied a terminal"],
    ...[reviewed, started, "A device was signed in", "Approved a terminal", reviewed, started, "Signed in"],
  ];
  await expectEvents(page, all);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["Today"]);
  const row = (title: string) =>
    eventRows(page).filter({ has: page.getByRole("heading", { name: title, exact: true }) });
  await expect(row("A device was renamed")).toContainText("It was called “ada-thinkpad”.");
  await expect(row("Entered a code that was over")).toContainText("It had been denied already.");
  await expect(row("A device was signed in")).toContainText(/ada-thinkpad · .*localhost/);
  await expect(row("Signed in")).not.toContainText(person.email);

  await test.step("by what happened, in the URL, there and back", async () => {
    const kinds = page.getByRole("navigation", { name: "Kinds of events" });
    await kinds.getByRole("link", { name: "Refusals" }).click();
    await expectEvents(page, ["Entered a code that was over", "Denied a terminal"]);
    await expect(kinds.getByRole("link", { name: "Refusals" })).toHaveAttribute("aria-current", "true");
    expect(new URL(page.url()).search).toBe("?kind=refusals");
    await page.reload();
    await expectEvents(page, ["Entered a code that was over", "Denied a terminal"]);
    await page.goBack();
    await expectEvents(page, all);
    await kinds.getByRole("link", { name: "Account" }).click();
    await expect(page.getByRole("heading", { name: "Nothing like this happened" })).toBeVisible();
    await page.getByRole("link", { name: "Clear" }).click();
    await expectEvents(page, all);
  });

  await test.step("by device, from the login that it came from", async () => {
    await row("A device was signed in").getByRole("link", { name: "ada-thinkpad" }).click();
    const ofDevice = ["A device was revoked", "A device was renamed", "A device was signed in"];
    await expectEvents(page, [...ofDevice, "Approved a terminal", reviewed, started]);
    await expect(page.getByLabel("Device", { exact: true })).toHaveValue(/^[0-9a-f-]{36}$/);
    await page.getByLabel("Time").selectOption("Last 24 hours");
    await expect(page).toHaveURL(/device=.*&since=24h$/);
    await expectEvents(page, [...ofDevice, "Approved a terminal", reviewed, started]);
    await page.getByLabel("Device", { exact: true }).selectOption("Every device");
    await expectEvents(page, all);
  });
});

test("older ones come on demand, by keyboard, each once and in order", async ({
  signedIn: page,
  person,
  rows,
}) => {
  const { id: userId } = await rows.user.findUniqueOrThrow({ where: { email: person.email } });
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000);
  const older = Array.from({ length: 120 }, (_, n) => ({
    ...{ userId, kind: "device-renamed", at: day(119 - n), deviceName: `name ${n}`, detail: `name ${n - 1}` },
  }));
  await rows.activity.updateMany({ where: { userId }, data: { at: day(120) } });
  await rows.activity.createMany({ data: older });
  await page.goto("/settings/activity");
  const more = page.getByRole("button", { name: "Load more" });
  await expect(eventRows(page)).toHaveCount(50);
  for (const shown of [100, 121]) {
    await more.focus();
    await page.keyboard.press("Enter");
    await expect(eventRows(page)).toHaveCount(shown);
    // The keyboard goes on with the first of those that came.
    await expect(eventRows(page).nth(shown === 100 ? 50 : 100)).toBeFocused();
  }
  await expect(more).toHaveCount(0);
  await expect(page.getByText("That is all there is.")).toBeVisible();
  const names = await eventRows(page).locator("bdi").allTextContents();
  expect(names).toEqual(older.map(({ deviceName }) => deviceName).reverse());
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Today");
  await expect(page.getByRole("heading", { level: 2 }).nth(1)).toHaveText("Yesterday");
});

test("the CSV holds what the filters leave, whole, and no formula", async ({
  signedIn: page,
  person,
  rows,
  server,
}) => {
  const formula = '=HYPERLINK("https://evil.example","Log in again")';
  await keyFor(page, server.url, formula);
  await page.goto("/settings/activity?kind=devices");
  await expect(page.getByRole("link", { name: formula })).toBeVisible();
  const devices = await exportCsv(page);
  expect(devices.name).toMatch(/^activity-\d{4}-\d\d-\d\d\.csv$/);
  expect(devices.records).toHaveLength(1);
  expect(devices.records[0]).toMatchObject({
    kind: "device-added",
    event: "A device was signed in",
    device: `'${formula}`,
    client_id: "alprina-cli",
    ip_address: expect.stringMatching(/^(127\.0\.0\.1|::1)$/),
  });

  const { id: userId } = await rows.user.findUniqueOrThrow({ where: { email: person.email } });
  const data = Array.from({ length: 2_500 }, (_, n) => ({
    ...{ userId, kind: "device-renamed", at: new Date(), deviceName: `one, "two" ${n}`, detail: "a\nb" },
  }));
  await rows.activity.createMany({ data });
  await page.goto("/settings/activity");
  const whole = await exportCsv(page);
  expect(whole.records).toHaveLength(2_503);
  const renamed = whole.records.slice(0, 2_500);
  expect(renamed.map(({ device }) => device)).toEqual(data.map(({ deviceName }) => deviceName).reverse());
  expect(new Set(renamed.map(({ detail }) => detail))).toEqual(new Set(["a\nb"]));
  expect(JSON.stringify(whole.records)).not.toContain(person.email);
});

test("nobody reads another person's events: not on the page, not as CSV, not by an id", async ({
  signedIn: page,
  server,
  somebodyElse,
  browser,
  rows,
}) => {
  await keyFor(page, server.url, "Ada’s own");
  const { id } = await rows.apiKey.findFirstOrThrow({ where: { name: "Ada’s own" } });
  const newest = await rows.activity.findFirstOrThrow({ orderBy: { id: "desc" } });
  const { page: graces } = await somebodyElse("Grace Hopper");
  await graces.goto("/settings/activity");
  await expectEvents(graces, ["Signed in"]);
  await graces.goto(`/settings/activity?device=${id}`);
  await expect(graces.getByRole("heading", { name: "Nothing like this happened" })).toBeVisible();
  expect((await exportCsv(graces)).records).toEqual([]);
  for (const input of [{ deviceId: id }, { cursor: String(newest.id + 1n) }]) {
    const asked = encodeURIComponent(JSON.stringify({ json: input }));
    const reply = await graces.request.get(`/api/trpc/activity.list?input=${asked}`);
    expect(reply.status()).toBe(200);
    expect(await reply.json()).toMatchObject({ result: { data: { json: { items: [], next: null } } } });
  }

  const nobody = await browser.newContext({ baseURL: server.url });
  const refused = await nobody.request.get("/settings/activity/export");
  expect([refused.status(), await refused.text()]).toEqual([401, '{"message":"Sign in first."}']);
  const visitor = await nobody.newPage();
  await visitor.goto("/settings/activity?kind=devices");
  await expect(visitor).toHaveURL(/\/sign-in\?next=%2Fsettings%2Factivity%3Fkind%3Ddevices$/);
  await visitor.goto("/settings/activity/export?kind=devices");
  await expect(visitor).toHaveURL(/\/sign-in\?next=%2Fsettings%2Factivity%3Fkind%3Ddevices$/);
  await nobody.close();
  // What Ada downloads is hers, and only a browser that is signed in gets it.
  const own = await page.request.get("/settings/activity/export");
  expect(own.headers()["cache-control"]).toBe("no-store");
  expect(readCsv(await own.text()).map(({ device }) => device)).toContain("Ada’s own");
});

test("“sign out everywhere” ends every device and every other browser, by keyboard", async ({
  signedIn: page,
  server,
  person,
  cli,
  browser,
}) => {
  const key = await keyFor(page, server.url, "ada-thinkpad");
  const other = await browser.newContext({ baseURL: server.url });
  const { email, password } = person;
  const signIn = { data: { email, password }, headers: { Origin: server.url } };
  expect((await other.request.post("/api/auth/sign-in/email", signIn)).status()).toBe(200);
  await page.goto("/settings/activity");
  const opener = page.getByRole("button", { name: "sign out everywhere" });
  await tabTo(page, opener);
  await expectVisibleFocus(page);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("alertdialog", { name: "Sign out everywhere?" });
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(opener).toBeFocused();
  expect((await cli.runWithKey(key, "whoami")).code).toBe(0);
  await page.keyboard.press("Enter");
  await tabTo(page, dialog.getByRole("button", { name: "Sign out everywhere" }));
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => eventTitles(page)).toContain("Browsers were signed out");
  expect((await eventTitles(page)).slice(0, 2)).toEqual(["A device was revoked", "Browsers were signed out"]);
  expect((await cli.runWithKey(key, "whoami")).code).toBe(3);
  expect((await other.request.get("/settings/activity/export")).status()).toBe(401);
  await other.close();
});

test("axe has nothing to say, in light and dark", async ({ signedIn: page, server }) => {
  await page.goto("/settings/activity?kind=account");
  await expectAccessible(page, "nothing to show");
  await keyFor(page, server.url, "ada-thinkpad");
  const denied = await startLogin(page.request, "who-is-this");
  await review(page, `/authorize?user_code=${denied.userCode}`);
  await deny(page).click();
  await expectOutcome(page, "denied");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto("/settings/activity");
    await expect(eventRows(page).first()).toBeVisible();
    await expectAccessible(page, `the list, ${colorScheme}`);
    await page.getByRole("button", { name: "sign out everywhere" }).click();
    await expectAccessible(page, `the question, ${colorScheme}`);
  }
});
