import type { Page } from "@playwright/test";
import {
  approve,
  compared,
  deny,
  expectOutcome,
  lookAt,
  review,
  side,
  startLoginFrom,
  wasNotMe,
} from "./support/authorize";
import { expect, test } from "./support/test";

/** The browser says where it is, as a proxy in front would. */
const home = "193.0.6.139";
const sameNetwork = "193.0.6.7";
const sameCountry = "130.161.1.1";
const farAway = "133.11.0.1";

test.use({
  settings: { TRUSTED_PROXIES: "127.0.0.1, ::1" },
  extraHTTPHeaders: { "X-Forwarded-For": home },
});

async function lookAtLoginFrom(page: Page, server: string, address: string) {
  const reply = await startLoginFrom(server, address);
  expect(reply.status).toBe(200);
  const { user_code, device_code } = (await reply.json()) as Record<string, string>;
  await lookAt(page, `/authorize?user_code=${user_code}`);
  return device_code ?? "";
}

test("a terminal in another country is warned of, and its place stands beside one’s own", async ({
  signedIn: page,
  server,
}) => {
  await lookAtLoginFrom(page, server.url, farAway);
  await expect(side(page, /terminal that asks/i)).toContainText(
    /PlaceJapan.*NetworkThe University of Tokyo \(AS2501\).*Address133\.11\.0\.1/,
  );
  await expect(side(page, /this browser/i)).toContainText(
    /PlaceNetherlands.*\(AS3333\).*Address193\.0\.6\.139/,
  );
  await expect(page.getByRole("note")).toContainText(
    "The terminal is far from you. It is in another country (Japan) than this browser (Netherlands)",
  );
  await expect(page.getByRole("note")).toContainText("deny");
  await expect(page.getByText(/^far\s*apart$/)).toBeVisible();
  // The lists of places are under a licence that asks for their name.
  for (const name of ["NRO", "RouteViews", "DB-IP"]) {
    await expect(page.getByRole("link", { name })).toBeVisible();
  }
  // It is a warning: who knows better can approve.
  await compared(page).check();
  await approve(page).click();
  await expectOutcome(page, "approved");
});

test("another network of one country is said to be one, and one network is none to warn of", async ({
  signedIn: page,
  server,
}) => {
  await lookAtLoginFrom(page, server.url, sameCountry);
  await expect(page.getByRole("note")).toContainText("The terminal is in another network than you");
  await lookAtLoginFrom(page, server.url, sameNetwork);
  await expect(page.getByText(/^same\s*network$/)).toBeVisible();
  await expect(page.getByRole("note")).toHaveCount(0);
});

test("what cannot be compared is not warned of", async ({ signedIn: page, server }) => {
  // A computer has both kinds of address, so these may be one.
  await lookAtLoginFrom(page, server.url, "2001:67c:2d0::1");
  await expect(side(page, /terminal that asks/i)).toContainText("Netherlands");
  await expect(page.getByRole("note")).toHaveCount(0);
  await expect(page.getByText(/^(same|different|far)\s/)).toHaveCount(0);
});

test("“This wasn’t me” denies, pauses the address that asked, and says what was done", async ({
  signedIn: page,
  server,
}) => {
  const stranger = "133.11.9.9";
  const deviceCode = await lookAtLoginFrom(page, server.url, stranger);
  await wasNotMe(page).click();
  await expectOutcome(page, "disowned");
  const main = page.getByRole("main");
  await expect(main).toContainText("Nothing was signed in");
  await expect(main).toContainText(`${stranger} (Japan), can start no login here for 1 hour`);
  await expect(main.getByRole("link", { name: "See your devices" })).toBeVisible();
  await expect(main.getByRole("link", { name: "Sign out everywhere" })).toBeVisible();

  const polled = await fetch(`${server.url}/v1/auth/device/token`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ device_code: deviceCode }),
  });
  expect(await polled.json()).toMatchObject({
    error: "access_denied",
    error_description: "The login was denied by somebody who did not start it.",
  });
  const again = await startLoginFrom(server.url, stranger);
  expect(again.status).toBe(429);
  expect(Number(again.headers.get("retry-after"))).toBeGreaterThan(3_500);
  expect((await startLoginFrom(server.url, "133.11.9.10")).status).toBe(200);
});

test("from one’s own address it denies and pauses nobody", async ({ signedIn: page, server }) => {
  await lookAtLoginFrom(page, server.url, home);
  await wasNotMe(page).click();
  await expectOutcome(page, "disowned");
  await expect(page.getByRole("main")).not.toContainText("can start no login");
  const reply = await startLoginFrom(server.url, home);
  expect(reply.status).toBe(200);
  const { user_code } = (await reply.json()) as Record<string, string>;
  await review(page, `/authorize?user_code=${user_code}`);
  await deny(page).click();
  await expectOutcome(page, "denied");
});
