import {
  approve,
  compared,
  deny,
  expectOutcome,
  lookAt,
  review,
  startLoginFrom,
  wasNotMe,
} from "./support/authorize";
import { expect, test } from "./support/test";

const home = "193.0.6.139";

test.use({
  settings: {
    TRUSTED_PROXIES: "127.0.0.1, ::1",
    OTHER_NETWORK: "require-same-network",
    TRUSTED_NETWORKS: "193.0.0.0/16, 133.11.0.0/16",
  },
  extraHTTPHeaders: { "X-Forwarded-For": home },
});

test("where the operator wants one network, the page says so and offers no Approve", async ({
  signedIn: page,
  server,
}) => {
  const reply = await startLoginFrom(server.url, "133.11.0.1");
  const { user_code, device_code } = (await reply.json()) as Record<string, string>;
  await lookAt(page, `/authorize?user_code=${user_code}`);
  await expect(page.getByRole("note")).toContainText("This server lets nobody approve from here");
  await expect(deny(page)).toBeEnabled();
  await expect(wasNotMe(page)).toBeVisible();
  await expect(approve(page)).toHaveCount(0);
  await expect(compared(page)).toHaveCount(0);
  await deny(page).click();
  await expectOutcome(page, "denied");
  const polled = await fetch(`${server.url}/v1/auth/device/token`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ device_code }),
  });
  expect(await polled.json()).toMatchObject({
    detail: "The login was denied: this server wants it approved from the network that the terminal is in.",
  });
});

test("a browser that leaves the network before it approves is told so", async ({
  signedIn: page,
  server,
}) => {
  const reply = await startLoginFrom(server.url, "193.0.6.7");
  const { user_code } = (await reply.json()) as Record<string, string>;
  await review(page, `/authorize?user_code=${user_code}`);
  await page.setExtraHTTPHeaders({ "X-Forwarded-For": "133.11.0.1" });
  await approve(page).click();
  await expect(page.getByRole("heading", { level: 1, name: "Not from this network" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Nothing was signed in");
});

test("logins start in trusted networks alone", async ({ server }) => {
  const refused = await startLoginFrom(server.url, "171.64.1.1");
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({
    detail: expect.stringContaining("may not start from this network"),
  });
  expect((await startLoginFrom(server.url, home)).status).toBe(200);
});
