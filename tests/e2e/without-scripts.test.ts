import {
  approve,
  compared,
  deny,
  expectOutcome,
  lookAt,
  poll,
  startLogin,
  typeCode,
} from "./support/authorize";
import { signUpByApi } from "./support/people";
import { noteSecret } from "./support/secrets-seen";
import { expect, test } from "./support/test";

test.use({ javaScriptEnabled: false });

test("a login is reviewed, compared, approved and seen to end without a script", async ({
  page,
  server,
  person,
  rows,
}) => {
  await signUpByApi(page.context(), server.url, person);
  const login = await startLogin(page.request, "no scripts");
  await typeCode(page, login.userCode.toLowerCase().replace("-", " "));
  await expect(page.getByText(login.userCode)).toBeVisible();
  await page.getByRole("radio", { name: "8 hours" }).check();
  // The browser itself asks for the tick, and sends nothing without it.
  await approve(page).click();
  await expect(page.getByRole("heading", { level: 1, name: /is this you/i })).toBeVisible();
  expect((await poll(page.request, login)).body.error).toBe("authorization_pending");
  await compared(page).check();
  await approve(page).click();
  await expectOutcome(page, "approved");
  expect((await poll(page.request, login)).body.api_key).toMatch(/^alprina_sk_live_/);
  // The browser looks again by itself.
  await expect(page.getByRole("heading", { level: 1, name: /is signed in/i })).toBeVisible();
  const key = await rows.apiKey.findFirstOrThrow({ where: { user: { email: person.email } } });
  expect(key.expiresAt.getTime() - key.createdAt.getTime()).toBe(8 * 60 * 60 * 1000);
});

test("the server holds what the page asks for: no approval without the tick, or of nothing", async ({
  page,
  server,
  person,
}) => {
  await signUpByApi(page.context(), server.url, person);
  const login = await startLogin(page.request, "forged");
  await lookAt(page, `/authorize?user_code=${login.userCode}`);
  const headers = { "Sec-Fetch-Site": "same-origin" };
  const form = { user_code: login.userCode, decision: "approve" };
  const unticked = await page.request.post(page.url(), { headers, form });
  expect(unticked.status()).toBe(422);
  expect(await unticked.text()).toContain("Compare the code first");
  const nothing = await page.request.post(page.url(), { headers, form: { ...form, compared: "on" } });
  expect(nothing.status()).toBe(400);
  expect((await poll(page.request, login)).body.error).toBe("authorization_pending");
  await deny(page).click();
  await expectOutcome(page, "denied");
  // Loading the page again sends nothing again, and says the same.
  await page.reload();
  await expectOutcome(page, "denied");
});

test("another site’s form decides nothing", async ({ page, server, person }) => {
  await signUpByApi(page.context(), server.url, person);
  const login = await startLogin(page.request, "another site");
  await lookAt(page, `/authorize?user_code=${login.userCode}`);
  const form = { user_code: login.userCode, decision: "approve", compared: "on", scope: "profile" };
  for (const headers of [
    { "Sec-Fetch-Site": "cross-site", Origin: "null" },
    { Origin: "https://evil.example" },
    { Origin: "null" },
  ] as Record<string, string>[]) {
    const reply = await page.request.post(page.url(), { headers, form, maxRedirects: 0 });
    expect(reply.status()).toBe(303);
    expect(reply.headers()["location"]).toBe("/authorize");
  }
  expect((await poll(page.request, login)).body.error).toBe("authorization_pending");
});

test("a page of somebody else’s login leads nowhere", async ({ page, server, person, somebodyElse }) => {
  await signUpByApi(page.context(), server.url, person);
  const login = await startLogin(page.request, "mine");
  await lookAt(page, `/authorize?user_code=${login.userCode}`);
  const { page: other } = await somebodyElse("Mallory");
  await other.goto(page.url());
  await expect(other).toHaveURL(/\/authorize$/);
  await expect(other.getByText(login.userCode)).toHaveCount(0);
});

test("what is missing from a code is said, and signing out works", async ({ page, server, person }) => {
  await signUpByApi(page.context(), server.url, person);
  await typeCode(page, "BCDF");
  await expect(page.getByText("A code has eight letters; here are 4.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Code" })).toHaveValue("BCDF");
  await page.getByRole("button", { name: /account menu/i }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.goto("/authorize");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("somebody new signs up on the way to a code, and signs in later, without a script", async ({
  page,
  context,
}) => {
  const login = await startLogin(page.request, "no scripts");
  const email = `grace.${login.userCode.toLowerCase()}@example.test`;
  const password = "a long sentence of hers";
  noteSecret("password", password);
  await page.goto(`/authorize?user_code=${login.userCode}`);
  await page.getByRole("link", { name: "Create an account" }).click();
  await page.getByLabel("Name").fill("Grace Hopper");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("Use at least 8 characters.")).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("Grace Hopper");
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  expect(page.url()).not.toContain("grace");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await lookAt(page);

  await context.clearCookies();
  await page.goto("/sign-in?next=/settings/devices");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("not her sentence");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("E-mail or password is wrong.")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/settings\/devices$/);
});

test("another site cannot sign a browser in", async ({ page, request, person, server }) => {
  await signUpByApi(page.context(), server.url, person);
  const signIn = (headers: Record<string, string>) =>
    request.post("/sign-in/password", {
      headers,
      form: { email: person.email, password: person.password },
      maxRedirects: 0,
    });
  const foreign: Record<string, string>[] = [
    { Origin: "https://elsewhere.example", "Sec-Fetch-Site": "cross-site" },
    { Origin: "null", "Sec-Fetch-Site": "cross-site" },
    { Origin: "null" },
  ];
  for (const headers of foreign) {
    const reply = await signIn(headers);
    expect(reply.status()).toBe(403);
    expect(reply.headers()["set-cookie"]).toBeUndefined();
  }
  const ours = await signIn({ Origin: server.url });
  expect(ours.status()).toBe(303);
  expect(ours.headers()["set-cookie"]).toContain("alprina.session=");
});
