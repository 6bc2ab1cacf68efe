import { approve, deny, lifetime } from "./support/authorize";
import { logo, registerClient } from "./support/clients";
import { deviceRow } from "./support/devices";
import { fillSignIn } from "./support/people";
import { arriveAt, Program } from "./support/program";
import { expect, test as base } from "./support/test";

/** A program of a registered client, which listens while its test runs. */
const test = base.extend<{ program: Program }>({
  program: async ({ server, rows }, use) => {
    const { id } = await registerClient(rows, "Acme Deploy", { logo });
    const program = await Program.start(server.url, id);
    await use(program);
    await program.close();
  },
});

const heading = { level: 1, name: /is this you/i } as const;

test("a person sees who asks and what it will be able to do, approves, and the program gets a key", async ({
  signedIn: page,
  person,
  server,
  program,
}) => {
  await page.goto(
    program.path({
      scope: "openid email offline_access",
      device_name: "studio \u202Emac",
      device_os: "macOS 26",
      client_version: "4.2",
    }),
  );
  const main = page.getByRole("main");
  await expect(page.getByRole("heading", heading)).toBeVisible();
  await expect(main).toContainText("Approve only if you just started Acme Deploy yourself");
  await expect(main).toContainText(`asks to sign in as ${person.email}`);
  await expect(main.locator("img")).toHaveAttribute("src", logo);
  // Nothing that reorders text gets through.
  await expect(main.getByText("studio mac", { exact: true })).toBeVisible();
  await expect(main).toContainText("macOS 26");
  await expect(main).toContainText("Acme Deploy 4.2");
  await expect(main).toContainText(`goes back to the program on this computer (${program.address})`);
  const boxes = page.getByRole("checkbox");
  await expect(boxes).toHaveCount(3);
  for (const name of ["Know who you are", "Your e-mail address", "Stay signed in"]) {
    await expect(page.getByRole("checkbox", { name })).toBeChecked();
  }
  expect(program.heard).toEqual([]);

  await approve(page).click();
  const { code = "", ...rest } = await arriveAt(page, program);
  expect(rest).toEqual({ state: program.state, iss: server.url });
  const { status, body } = await program.redeem(code);
  expect(status).toBe(200);
  expect(body).toMatchObject({ token_type: "Bearer", scope: "openid email offline_access" });
  expect(body.access_token).toMatch(/^alprina_sk_live_/);
  expect(Object.keys(body)).toEqual(expect.arrayContaining(["refresh_token", "id_token"]));

  await test.step("the device says through whom it came and what it may do", async () => {
    await page.goto("/settings/devices");
    const row = deviceRow(page, "studio mac");
    await expect(row).toContainText("macOS 26 · Acme Deploy 4.2");
    await expect(row.getByText("Stay signed in")).toBeHidden();
    await row.getByRole("button", { name: "What it may do" }).click();
    await expect(row.getByText("Stay signed in")).toBeVisible();
    await expect(row.getByText("Manage your devices")).toHaveCount(0);
  });
});

test("what a person unticks is not granted", async ({ signedIn: page, program }) => {
  await page.goto(program.path({ scope: "profile email devices:read devices:write" }));
  await page.getByRole("checkbox", { name: "Manage your devices" }).uncheck();
  await page.getByRole("checkbox", { name: "Your e-mail address" }).uncheck();
  await approve(page).click();
  const { code = "" } = await arriveAt(page, program);
  expect((await program.redeem(code)).body).toMatchObject({ scope: "profile devices:read" });
});

test("a denial goes back as access_denied, and the device list stays empty", async ({
  signedIn: page,
  server,
  program,
}) => {
  await page.goto(program.path());
  await deny(page).click();
  expect(await arriveAt(page, program)).toEqual({
    error: "access_denied",
    error_description: expect.any(String),
    state: program.state,
    iss: server.url,
  });
  await page.goto("/settings/devices");
  await expect(page.getByText("No terminal is signed in yet")).toBeVisible();
});

test("an address that was not registered gets nothing: our page says so", async ({
  signedIn: page,
  program,
}) => {
  const reply = await page.goto(program.path({ redirect_uri: `http://${program.address}/elsewhere` }));
  expect(reply?.status()).toBe(400);
  await expect(page.getByRole("heading", { level: 1, name: "This link cannot be used" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("not one that this program registered");
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
  await page.waitForLoadState("networkidle");
  expect(program.heard).toEqual([]);
  const broken: Record<string, string>[] = [
    { client_id: "nobody" },
    { client_id: "\u0000" },
    { state: "x".repeat(3_000) },
    { nonce: "\u0000" },
  ];
  for (const more of broken) {
    const other = await page.request.get(program.path(more), { maxRedirects: 0 });
    expect(other.status(), JSON.stringify(more).slice(0, 40)).toBe(400);
    expect(other.headers()["location"]).toBeUndefined();
  }
  expect(program.heard).toEqual([]);
});

test("a client that was removed while the page was open is sent nowhere", async ({
  signedIn: page,
  rows,
  program,
}) => {
  await page.goto(program.path());
  await rows.client.delete({ where: { id: program.clientId } });
  // What the server remembers of a client is fresh for five seconds.
  await expect
    .poll(async () => (await page.request.get(program.path())).status(), { timeout: 15_000 })
    .toBe(400);
  await approve(page).click();
  await expect(page.getByRole("heading", { level: 1, name: "This link cannot be used" })).toBeVisible();
  expect(program.heard).toEqual([]);
});

test("a wrong request goes back with its reason, before anybody signs in", async ({ page, program }) => {
  await page.goto(program.path({ code_challenge_method: "plain" }));
  expect(await arriveAt(page, program)).toMatchObject({ error: "invalid_request", state: program.state });
  await page.goto(`${program.path()}&scope=email&scope=profile`);
  expect(await arriveAt(page, program)).toMatchObject({
    error: "invalid_request",
    error_description: "scope was given more than once.",
  });
});

test("who is not signed in signs in on the way, and a long request survives it", async ({
  signedIn: page,
  person,
  program,
}) => {
  await page.context().clearCookies();
  await page.goto(
    program.path({ scope: "profile email", nonce: "n".repeat(1_500), device_name: "far & away" }),
  );
  await expect(page).toHaveURL(/\/sign-in\?/);
  await expect(page.getByText("Then you answer the program that sent you here.")).toBeVisible();
  await fillSignIn(page, person);
  await expect(page.getByRole("heading", heading)).toBeVisible();
  await expect(page.getByRole("main").getByText("far & away")).toBeVisible();
  await approve(page).click();
  const { code = "" } = await arriveAt(page, program);
  expect((await program.redeem(code)).body).toMatchObject({ scope: "profile email" });
});

test("two tabs that approve get a code each, and each code works once", async ({
  signedIn: page,
  context,
  program,
}) => {
  const other = await context.newPage();
  await page.goto(program.path());
  await other.goto(program.path());
  await approve(page).click();
  const { code: first = "" } = await arriveAt(page, program);
  await approve(other).click();
  const { code: second = "" } = await arriveAt(other, program);
  expect(first).not.toBe(second);
  for (const code of [first, second]) {
    expect((await program.redeem(code)).status).toBe(200);
    expect((await program.redeem(code)).body).toMatchObject({ error: "invalid_grant" });
  }
});

test("a double click approves once, and the way back does not ask again", async ({
  signedIn: page,
  program,
}) => {
  const decisions: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("authorizations.decide")) decisions.push(request.url());
  });
  await page.goto(program.path());
  await approve(page).dblclick();
  await arriveAt(page, program);
  expect(program.heard).toHaveLength(1);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "You already approved this" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "You already approved this" })).toBeVisible();
  await expect(approve(page)).toHaveCount(0);
  expect(decisions).toHaveLength(1);
});

test("a program that has stopped listening: the way back explains it", async ({
  signedIn: page,
  program,
}) => {
  await page.goto(program.path());
  await program.close();
  const failed = page.waitForEvent("requestfailed", (request) => request.isNavigationRequest());
  await approve(page).click();
  expect((await failed).url()).toContain(`${program.redirectUri}?code=`);
  await page.waitForURL("chrome-error://chromewebdata/");
  await page.goBack();
  await expect(page.getByRole("main")).toContainText("If the program does not go on, start again there");
});

test("an app with a scheme of its own: the page says where it went", async ({
  signedIn: page,
  rows,
  server,
}) => {
  const { id } = await registerClient(rows, "Acme Studio", { redirectUris: ["com.acme.studio:/callback"] });
  const program = await Program.start(server.url, id);
  await page.goto(program.path({ redirect_uri: "com.acme.studio:/callback" }));
  await expect(page.getByRole("main")).toContainText("the app on this device (com.acme.studio)");
  await deny(page).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Denied. Returning to Acme Studio…" }),
  ).toBeFocused();
  await program.close();
});

test("the page cannot be framed or kept, and tells nobody its address", async ({
  signedIn: page,
  program,
}) => {
  const headers = (await page.request.get(program.path())).headers();
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["referrer-policy"]).toBe("no-referrer");
  expect(headers["cache-control"]).toContain("no-store");
});

test("Deny comes before Approve, and everything is reached by keyboard", async ({
  signedIn: page,
  program,
}) => {
  await page.goto(program.path({ scope: "email profile" }));
  const boxes = page.getByRole("checkbox");
  await expect(boxes.first()).toBeEnabled();
  await boxes.first().focus();
  await page.keyboard.press("Space");
  await expect(boxes.first()).not.toBeChecked();
  await page.keyboard.press("Tab");
  await expect(boxes.nth(1)).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await expect(lifetime(page, "1 year")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(deny(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(approve(page)).toBeFocused();
  await expect(approve(page)).toHaveAccessibleDescription("Allow at least one thing, or deny.");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", heading)).toBeVisible();
  expect(program.heard).toEqual([]);
  await boxes.first().check();
  await approve(page).focus();
  await page.keyboard.press("Enter");
  expect((await arriveAt(page, program)).code).toBeTruthy();
});
