import { approve, codeField, expectOutcome, review } from "./support/authorize";
import { registerClient } from "./support/clients";
import { deviceRow } from "./support/devices";
import { comeBack, expect, newcomer, setOut, signInThere, test } from "./support/identity-provider";
import { signUpByApi } from "./support/people";
import { arriveAt, Program } from "./support/program";

test("a newcomer signs in by the provider on the way from the terminal's link, approves, and has a key", async ({
  page,
  cli,
  provider,
  rows,
}) => {
  const ada = newcomer(provider);
  const login = cli.start("login");
  const code = await login.userCode();

  await test.step("the code survives the way there and back", async () => {
    await page.goto(await login.link());
    await expect(page).toHaveURL(/\/sign-in\?/);
    await signInThere(page, ada.subject);
    await expect(page).toHaveURL(/\/authorize\?user_code=/);
    await expect(codeField(page)).toHaveValue(code);
  });

  await review(page);
  await approve(page).click();
  await expectOutcome(page, "approved");
  const ended = await login.ended;
  expect(ended.stderr).toContain(`Signed in as ${ada.name} <${ada.email}>`);
  expect(ended.code).toBe(0);

  await test.step("who comes by bearer is the same person", async () => {
    const bearer = await provider.sign({ sub: ada.subject });
    const request = { headers: { Authorization: `Bearer ${bearer}` } };
    const devices = await page.request.get("/v1/auth/devices", request);
    expect(await devices.json()).toHaveLength(1);
    const code = await page.request.post("/v1/auth/dashboard-code", request);
    expect(code.status()).toBe(200);
    expect(await rows.user.count({ where: { email: ada.email } })).toBe(1);
  });

  await test.step("so is who comes again, and nothing of the provider's is kept but who it was", async () => {
    await page.context().clearCookies();
    await page.goto("/sign-in?next=%2Fsettings%2Fdevices");
    await signInThere(page, ada.subject);
    await expect(page).toHaveURL(/\/settings\/devices$/);
    await expect(page.getByRole("list", { name: "Devices" }).getByRole("listitem")).toHaveCount(1);
    const accounts = await rows.account.findMany({ where: { user: { email: ada.email } } });
    expect(accounts).toMatchObject([
      {
        providerId: "oidc",
        accountId: `${provider.issuer}#${ada.subject}`,
        ...{ accessToken: null, refreshToken: null, idToken: null },
      },
    ]);
    expect(await rows.user.findFirst({ where: { email: ada.email } })).toMatchObject({ emailVerified: true });
  });
});

test("a program's long request survives the way there and back", async ({ page, provider, rows, server }) => {
  const ada = newcomer(provider);
  const program = await Program.start(server.url, (await registerClient(rows, "Acme Deploy")).id);
  await page.goto(
    program.path({ scope: "profile email", nonce: "*".repeat(1_800), device_name: "far & away" }),
  );
  await expect(page).toHaveURL(/\/sign-in\?/);
  await signInThere(page, ada.subject);
  await expect(page.getByRole("main").getByText("far & away")).toBeVisible();
  await approve(page).click();
  const { code = "" } = await arriveAt(page, program);
  expect((await program.redeem(code)).body).toMatchObject({ scope: "profile email" });
  await program.close();
});

test("who came by bearer first is the same person on the pages", async ({ page, provider, rows }) => {
  const ada = newcomer(provider);
  const bearer = await provider.sign({ sub: ada.subject, email: ada.email, name: ada.name });
  const headers = { Authorization: `Bearer ${bearer}` };
  const issued = await page.request.post("/v1/auth/dashboard-code", { headers });
  const { cli_code } = (await issued.json()) as { cli_code: string };
  await page.request.post("/v1/auth/cli-verify", { data: { cli_code, device_name: "from the token" } });

  await page.goto("/sign-in?next=%2Fsettings%2Fdevices");
  await signInThere(page, ada.subject);
  await expect(deviceRow(page, "from the token")).toHaveCount(1);
  expect(await rows.user.count({ where: { email: ada.email } })).toBe(1);
});

test("somebody without an e-mail address signs in all the same", async ({ page, provider }) => {
  const { subject } = newcomer(provider, { email: undefined });
  await page.goto("/sign-in");
  await signInThere(page, subject);
  await expect(page.getByText(/signed in here, as [0-9a-f]{32}@no-address\.invalid/)).toBeVisible();
});

test("an e-mail address that has an account already is refused, and says what to do", async ({
  page,
  server,
  person,
  provider,
  rows,
}) => {
  await signUpByApi(page.context(), server.url, person);
  await page.context().clearCookies();
  const mallory = newcomer(provider, { email: person.email });
  await page.goto("/sign-in?next=%2Fauthorize%3Fuser_code%3DBCDF-GHJK");
  await signInThere(page, mallory.subject);
  await expect(page.getByRole("alert").filter({ hasText: "Sign in that way" })).toBeVisible();
  await expect(page.getByText("BCDF-GHJK")).toBeVisible();
  expect((await page.context().cookies(server.url)).map(({ name }) => name)).not.toContain("alprina.session");
  expect(await rows.account.count({ where: { user: { email: person.email } } })).toBe(1);

  const bearer = await provider.sign({ sub: mallory.subject, email: person.email, email_verified: true });
  const headers = { Authorization: `Bearer ${bearer}` };
  const reply = await page.request.post("/v1/auth/dashboard-code", { headers });
  expect(reply.status()).toBe(403);
});

test("who turns back at the provider is told so, and can try again for the same code", async ({
  page,
  provider,
}) => {
  const ada = newcomer(provider);
  await page.goto("/sign-in?next=%2Fauthorize%3Fuser_code%3DBCDF-GHJK");
  await page.getByRole("button", { name: "Continue with Acme" }).click();
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "refused or cancelled" })).toBeVisible();
  await signInThere(page, ada.subject);
  await expect(codeField(page)).toHaveValue("BCDF-GHJK");
});

test("a way back that began in another browser signs nobody in", async ({
  page,
  browser,
  server,
  provider,
}) => {
  const mallory = newcomer(provider);
  const theirs = await browser.newContext({ baseURL: server.url });
  const there = await theirs.newPage();
  const wayBack = there.waitForRequest(/\/api\/auth\/callback\/oidc\?/);
  await there.goto("/sign-in");
  await setOut(there, mallory.subject);
  // Without what their browser set out with, they do not use the way back up themselves.
  await theirs.clearCookies({ name: "alprina.state" });
  await comeBack(there);
  const address = (await wayBack).url();
  await theirs.close();

  await page.goto(address);
  await expect(page.getByRole("alert").filter({ hasText: "began in another window" })).toBeVisible();
  expect(await page.context().cookies(server.url)).toEqual([]);
});

test("the address of the page writes nothing on it", async ({ page }) => {
  const said = "Call this number to go on";
  await page.goto(`/sign-in?error=${encodeURIComponent(said)}&error_description=${encodeURIComponent(said)}`);
  await expect(page.getByRole("alert").filter({ hasText: "did not work" })).toBeVisible();
  await expect(page.getByText(said)).toHaveCount(0);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("the button leads there and back, and nobody else's page can press it", async ({
    page,
    provider,
    request,
    server,
  }) => {
    const ada = newcomer(provider);
    await page.goto("/sign-in?next=%2Fsettings%2Fdevices");
    await signInThere(page, ada.subject);
    await expect(page).toHaveURL(`${server.url}/settings/devices`);

    const elsewhere = await request.post("/sign-in/provider", {
      form: { provider: "acme", next: "/" },
      headers: { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" },
    });
    expect(elsewhere.status()).toBe(403);
  });

  test("a provider that there is not leads back to the page", async ({ request, server }) => {
    const reply = await request.post("/sign-in/provider", {
      form: { provider: "<nobody>", next: "//evil.example" },
      headers: { Origin: server.url },
      maxRedirects: 0,
    });
    expect(reply.status()).toBe(303);
    expect(reply.headers().location).toBe("/sign-in");
  });
});
