import { side } from "./support/authorize";
import { thisDevice } from "./support/command-line";
import { addDevice, addDeviceCard, deviceRow } from "./support/devices";
import { expect, test } from "./support/test";

test("a code from the page signs a terminal in, after Connect; the device joins the list without a reload", async ({
  signedIn: page,
  person,
  cli,
}) => {
  const code = await addDevice(page);
  await expect(addDeviceCard(page)).toContainText(`alprina auth login --code ${code}`);
  await expect(addDeviceCard(page).getByRole("timer")).toHaveText(/1[45]:\d\d left/);
  const loads: string[] = [];
  page.on("load", () => loads.push(page.url()));

  const login = cli.start("auth", "login", "--code", code);
  await login.says(/click Connect/);
  const claim = page.getByRole("group", { name: /is this your terminal/i });
  await expect(claim).toContainText(thisDevice);
  await expect(claim).toContainText("Alprina CLIasks for: Your name · Your e-mail address");
  await expect(side(page, /terminal that asks/i)).toContainText("localhost");
  await expect(deviceRow(page, thisDevice)).toHaveCount(0);

  await claim.getByRole("button", { name: "Connect" }).click();
  const ended = await login.ended;
  expect(ended.stderr).toContain(`Signed in as ${person.name} <${person.email}>`);
  expect(ended.code).toBe(0);
  await expect(addDeviceCard(page)).toContainText(`${thisDevice} is signed in`);
  await expect(deviceRow(page, thisDevice)).toBeVisible();
  expect(loads).toEqual([]);
  expect((await cli.run("whoami")).stdout).toContain(person.email);
});

test("“Not me” turns a terminal away", async ({ signedIn: page, cli }) => {
  const login = cli.start("login", "--code", await addDevice(page));
  await page.getByRole("button", { name: "Not me" }).click();
  await expect(addDeviceCard(page)).toContainText("That terminal was turned away");
  const ended = await login.ended;
  expect(ended.stderr).toContain(
    "The login was denied by somebody who did not start it. Nothing was signed in.",
  );
  expect(ended.code).toBe(4);
  await expect(page.getByText("No terminal is signed in yet")).toBeVisible();
});

test("a command line of the old kind gets its key at once, and a code works once", async ({
  signedIn: page,
  person,
  cli,
}) => {
  const code = await addDevice(page);
  const redeem = () => page.request.post("/v1/auth/cli-verify", { data: { cli_code: code.toLowerCase() } });
  const first = await redeem();
  expect(first.status()).toBe(200);
  const body = (await first.json()) as { api_key: string; user: unknown };
  expect(body.user).toMatchObject({ email: person.email, full_name: person.name, tier: "none" });
  await expect(addDeviceCard(page)).toContainText("CLI (Dashboard Code) is signed in");
  await expect(deviceRow(page, "CLI (Dashboard Code)")).toBeVisible();
  expect((await cli.runWithKey(body.api_key, "whoami")).stdout).toContain(person.email);

  const second = await redeem();
  expect(second.status()).toBe(400);
  expect(await second.json()).toMatchObject({ detail: "CLI code has already been used" });
  const late = await cli.run("login", "--code", code);
  expect(late.stderr).toContain("CLI code has already been used");
  expect(late.code).toBe(5);
});

test("a newer code takes the place of the one before", async ({ signedIn: page, cli }) => {
  const former = await addDevice(page);
  const current = await addDevice(page);
  expect(current).not.toBe(former);
  const ended = await cli.run("login", "--code", former);
  expect(ended.stderr).toContain("Invalid or expired CLI code");
  expect(ended.code).toBe(5);
});

test("a code copies with one click", async ({ signedIn: page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const code = await addDevice(page);
  await page.getByRole("button", { name: "Copy code" }).click();
  await expect(page.getByText("Copied")).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  await page.getByRole("button", { name: "Copy command" }).first().click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(`alprina auth login --code ${code}`);
});

test("the page is told what becomes of its code, and need not ask", async ({ signedIn: page, cli }) => {
  let asked = 0;
  await page.route("**/api/trpc/dashboardCodes.status*", (route) => {
    asked++;
    return route.continue();
  });
  const follows = page.waitForResponse("**/api/trpc/dashboardCodes.follow*");
  const code = await addDevice(page);
  expect((await follows).headers()["content-type"]).toContain("text/event-stream");
  await expect.poll(() => asked).toBeGreaterThan(0);
  const askedBefore = asked;
  // Longer than it takes to ask again.
  await page.waitForTimeout(3_000);
  expect(asked).toBe(askedBefore);
  const login = cli.start("login", "--code", code);
  await page.getByRole("button", { name: "Connect" }).click();
  expect((await login.ended).code).toBe(0);
  await expect(deviceRow(page, thisDevice)).toBeVisible();
});

test("behind a proxy that lets no streams through, the page asks", async ({ signedIn: page, cli }) => {
  await page.route("**/api/trpc/dashboardCodes.follow*", (route) => route.abort());
  const login = cli.start("login", "--code", await addDevice(page));
  await page.getByRole("button", { name: "Connect" }).click();
  expect((await login.ended).code).toBe(0);
  await expect(deviceRow(page, thisDevice)).toBeVisible();
});
