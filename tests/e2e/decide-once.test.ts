import type { Route } from "@playwright/test";
import {
  approve,
  deny,
  expectOutcome,
  isDecision,
  outcomes,
  poll,
  review,
  startLogin,
} from "./support/authorize";
import { deviceRow } from "./support/devices";
import { expect, test } from "./support/test";

const DECIDE = "**/authorize/*";

test("a double click on Approve decides once, and gives one key", async ({ signedIn: page, cli }) => {
  const decisions: string[] = [];
  page.on("request", (request) => {
    if (isDecision(request)) decisions.push(request.postData() ?? "");
  });
  const login = cli.start("login", "--device-name", "clicked twice");
  await review(page, await login.link());
  await approve(page).dblclick();
  await expectOutcome(page, "approved");
  expect(decisions).toHaveLength(1);
  expect((await login.ended).code).toBe(0);
  await page.goto("/settings/devices");
  await expect(deviceRow(page, "clicked twice")).toHaveCount(1);
});

test("of two tabs that decide at once, approve and deny, one decides and the other is told", async ({
  signedIn: first,
  context,
  rows,
  person,
}) => {
  const login = await startLogin(first.request, `${person.email} twice`);
  const second = await context.newPage();
  const link = `/authorize?user_code=${login.userCode}`;
  await review(first, link);
  await review(second, link);

  // Neither call leaves before both have been made.
  let release = () => {};
  const bothAreMade = new Promise<void>((resolve) => (release = resolve));
  let made = 0;
  await context.route(DECIDE, async (route: Route) => {
    if (!isDecision(route.request())) return route.continue();
    if (++made === 2) release();
    await bothAreMade;
    await route.continue();
  });
  await Promise.all([approve(first).click(), deny(second).click()]);
  await expect(first.getByRole("button", { name: "Approve" })).toHaveCount(0);
  await expect(second.getByRole("button", { name: "Deny" })).toHaveCount(0);

  const { status } = await rows.deviceGrant.findFirstOrThrow({
    where: { deviceName: `${person.email} twice` },
  });
  expect(["approved", "denied"]).toContain(status);
  const [winner, loser] = status === "approved" ? [first, second] : [second, first];
  await expectOutcome(winner, status === "approved" ? "approved" : "denied");
  await expectOutcome(loser, status === "approved" ? "alreadyApproved" : "alreadyDenied");
  await expect(loser.getByRole("heading", { name: outcomes.approved })).toHaveCount(0);

  const { body } = await poll(first.request, login);
  if (status === "approved") expect(body.api_key).toMatch(/^alprina_sk_live_/);
  else expect(body).toMatchObject({ error: "access_denied" });
});
