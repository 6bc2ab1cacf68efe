import type { APIRequestContext } from "@playwright/test";
import { approve, deny, expectOutcome, isDecision, review } from "./support/authorize";
import { logo, registerClient } from "./support/clients";
import { deviceRow } from "./support/devices";
import { expect, test } from "./support/test";

const GRANT = "urn:ietf:params:oauth:grant-type:device_code";

interface Started {
  device_code: string;
  user_code: string;
}

async function start(request: APIRequestContext, clientId: string, scope: string): Promise<Started> {
  const form = { client_id: clientId, scope, device_name: "narrowed laptop" };
  const reply = await request.post("/oauth/device_authorization", { form });
  expect(reply.status()).toBe(200);
  return (await reply.json()) as Started;
}

async function token(request: APIRequestContext, clientId: string, { device_code }: Started) {
  const form = { client_id: clientId, grant_type: GRANT, device_code };
  return (await (await request.post("/oauth/token", { form })).json()) as Record<string, unknown>;
}

test("the review shows the client, and what a person unticks is not granted", async ({
  signedIn: page,
  rows,
}) => {
  const client = await registerClient(rows, "Acme Deploy", { logo });
  const login = await start(page.request, client.id, "openid profile email devices:write");
  await review(page, `/authorize?user_code=${login.user_code}`);
  const main = page.getByRole("main");
  await expect(main.getByText("Acme Deploy", { exact: true }).first()).toBeVisible();
  await expect(main.locator("img")).toHaveAttribute("src", logo);
  await expect(main).toContainText("Approve only if you just started Acme Deploy yourself.");
  await expect(main).not.toContainText("alprina login");
  await expect(
    page.getByRole("group", { name: "What it will be able to do" }).getByRole("checkbox"),
  ).toHaveCount(4);

  await page.getByRole("checkbox", { name: "Manage your devices" }).uncheck();
  await approve(page).click();
  await expectOutcome(page, "approved");
  expect(await token(page.request, client.id, login)).toMatchObject({ scope: "openid profile email" });

  await page.goto("/settings/devices");
  const row = deviceRow(page, "narrowed laptop");
  await expect(row).toContainText("Acme Deploy");
  await row.getByRole("button", { name: "What it may do" }).click();
  await expect(row.getByText("Know who you are")).toBeVisible();
  await expect(row.getByText("Manage your devices")).toHaveCount(0);
  // Its client stays known when the name of the device changes.
  await row.getByRole("button", { name: "Rename" }).click();
  await page.keyboard.type("renamed laptop");
  await page.keyboard.press("Enter");
  await expect(deviceRow(page, "renamed laptop")).toContainText("Acme Deploy");
});

test("with nothing ticked Approve sleeps and says why; Deny works", async ({ signedIn: page, rows }) => {
  const client = await registerClient(rows, "Öl & Söhne");
  const login = await start(page.request, client.id, "email");
  await review(page, `/authorize?user_code=${login.user_code}`);
  // No logo: its first letter stands for it.
  await expect(page.getByRole("main").getByText("Ö", { exact: true })).toBeVisible();
  const calls: string[] = [];
  page.on("request", (request) => {
    if (isDecision(request)) calls.push(request.url());
  });
  await page.getByRole("checkbox", { name: "Your e-mail address" }).uncheck();
  await expect(page.getByText("Allow at least one thing, or deny.")).toBeVisible();
  await expect(approve(page)).toHaveAttribute("aria-disabled", "true");
  await approve(page).click({ force: true });
  await expect(page.getByRole("heading", { level: 1, name: /is this you/i })).toBeVisible();
  expect(calls).toEqual([]);

  await page.getByRole("checkbox", { name: "Your e-mail address" }).check();
  await expect(page.getByText("Allow at least one thing, or deny.")).toHaveCount(0);
  await expect(approve(page)).not.toHaveAttribute("aria-disabled");
  await page.getByRole("checkbox", { name: "Your e-mail address" }).uncheck();
  await deny(page).click();
  await expectOutcome(page, "denied");
  expect(await token(page.request, client.id, login)).toMatchObject({ error: "access_denied" });
});
