import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import type { Database } from "@alprina/db";
import { startLogin } from "./authorize";
import { keyFor } from "./devices";
import type { Person } from "./people";
import { codeOf } from "./second-factor";
import { noteSecret } from "./secrets-seen";

/** As the footer's form would keep it; and for the languages for tests, which no form offers. */
export async function speak(page: Page, server: string, language: string): Promise<void> {
  await page.context().addCookies([{ name: "alprina.language", value: language, url: server }]);
}

export const DEVICE = "build-runner-eu-central-1";

/** What is called the same in every language, as whoever wrote the messages found it. */
const NAMES = [
  ...["Alprina CLI", "Alprina", "alprina login", "alprina-cli", "Chrome", "Linux", "Swagger", "OpenAPI"],
  ...["CSV", "JSON", "VPN", "NRO", "RouteViews", "DB-IP", "Redis", "localhost", "callback"],
  ...["WDJB-MJHT", "BCDF-GHJK", "laptop-of-somebody", "elsewhere"],
];

/** People, and what they have, so that every page has something to say. */
export interface Scene {
  server: string;
  person: Person;
  personId: string;
  otherId: string;
  names: string[];
}

interface Cast {
  page: Page;
  person: Person;
  server: string;
  rows: Database["prisma"];
}

/** Makes whoever is signed in on `page` an operator with every way to sign in, beside somebody else with a device. */
export async function furnish(cast: Cast, other: { page: Page; person: Person }): Promise<Scene> {
  const { page, person, server, rows } = cast;
  const idOf = async ({ email }: Person) => (await rows.user.findUniqueOrThrow({ where: { email } })).id;
  const [personId, otherId] = await Promise.all([idOf(person), idOf(other.person)]);
  await rows.user.update({ where: { id: personId }, data: { operatorSince: new Date() } });
  const passkey = { publicKey: "", counter: 0, deviceType: "multiDevice", backedUp: true };
  await rows.passkey.create({
    data: { ...passkey, id: randomUUID(), name: DEVICE, userId: personId, credentialID: randomUUID() },
  });
  await rows.account.create({
    data: { id: randomUUID(), accountId: randomUUID(), providerId: "elsewhere", userId: personId },
  });
  await keyFor(page, server, DEVICE);
  await keyFor(other.page, server, "laptop-of-somebody");
  const people = [person, other.person].flatMap(({ email, name }) => [email, name, name.split(" ")[0] ?? ""]);
  return {
    ...{ server, person, personId, otherId },
    names: [...people, DEVICE, server, new URL(server).host, personId, otherId, ...NAMES],
  };
}

/** Where somebody can be who is not signed in. */
const openPages = ["/", "/sign-in", "/sign-up", "/nowhere", "/docs", "/revoke/nothing"];

/** The same pages, saying something else; and those that are in English but for their frame. */
const openVariants = ["/sign-in?next=%2Fauthorize%3Fuser_code%3DBCDF-GHJK", "/docs/api", "/docs/clients"];

const asks = {
  ...{ client_id: "alprina-cli", redirect_uri: "http://127.0.0.1:41234/callback", response_type: "code" },
  scope: "openid profile email offline_access devices:read devices:write",
  ...{ code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", code_challenge_method: "S256" },
};
const consent = (changed: Partial<typeof asks> = {}) =>
  `/oauth/authorize?${new URLSearchParams({ ...asks, ...changed }).toString()}`;

/** Where a person can be who is an operator as well. */
const ownPages = ({ otherId }: Scene) => [
  ...["/", "/settings/devices", "/settings/account", "/settings/activity", "/sign-in?again=1"],
  ...["/authorize", consent(), consent({ redirect_uri: "https://elsewhere.example/" })],
  ...["/admin", "/admin/people", `/admin/people/${otherId}`],
  ...["/admin/clients", "/admin/devices", "/admin/activity"],
];

const ownVariants = ({ personId }: Scene) => [
  ...["/settings/account?error=access_denied", "/settings/activity?kind=refusals&since=24h"],
  ...["/authorize?user_code=BCDF-GHJK", "/admin/people?q=nobody", `/admin/people/${personId}`],
];

type Look = (what: string) => Promise<void>;

/** Opens every page and calls `look` on each. */
export async function visitPages(page: Page, scene: Scene, look: Look): Promise<void> {
  await visit(page, openPages, ownPages(scene), look);
}

/** Opens those of them once more on which something else can stand. */
export async function visitVariants(page: Page, scene: Scene, look: Look): Promise<void> {
  await visit(page, openVariants, ownVariants(scene), look);
}

async function visit(page: Page, open: string[], own: string[], look: Look): Promise<void> {
  const cookies = await page.context().cookies();
  await page.context().clearCookies({ name: "alprina.session" });
  for (const path of open) {
    await page.goto(path);
    await look(`${path}, signed out`);
  }
  await page.context().addCookies(cookies);
  for (const path of own) {
    await page.goto(path);
    await look(path);
  }
}

/** What can be done on the pages, by what it is and not by what it says; calls `look` at each step. */
export async function visitStates(page: Page, scene: Scene, look: Look): Promise<void> {
  await answerTerminals(page, look);
  await handleDevices(page, look);
  await changeAccount(page, scene, look);
  await operate(page, scene, look);
  await page.locator("header button[popovertarget]").click();
  await page.locator("footer details summary").click();
  await look("menus");
  await signInWithCode(page, scene, look);
}

const clicks = (page: Page, value: string) => page.locator(`main button[value="${value}"]`);

async function typeCode(page: Page, code: string): Promise<void> {
  await page.goto("/authorize");
  await page.locator("#user-code").fill(code);
  await page.locator("main form button[type=submit]").click();
}

async function answerTerminals(page: Page, look: Look): Promise<void> {
  await typeCode(page, "BCD");
  await expect(page.locator("#code-hint [role=alert]")).toBeVisible();
  await look("a part of a code");
  await typeCode(page, "BBBB-BBBB");
  await expect(page.locator('main[data-outcome="unknown"]')).toBeVisible();
  await look("unknown");
  for (const [decision, kind] of [
    ["deny", "denied"],
    ["disown", "disowned"],
    ["approve", "approved"],
  ] as const) {
    const { userCode } = await startLogin(page.request, DEVICE);
    await page.goto(`/authorize?user_code=${userCode}`);
    await page.locator("main form button[type=submit]").click();
    await expect(clicks(page, "deny")).toBeVisible();
    if (decision === "approve") {
      await look("review");
      await page.locator("[name=compared]").check();
    }
    await clicks(page, decision).click();
    await expect(page.locator(`main[data-outcome="${kind}"]`)).toBeVisible();
    await look(kind);
    if (decision === "disown") continue;
    await page.goto(`${page.url()}?before`);
    await look(`${kind} before`);
  }
}

async function handleDevices(page: Page, look: Look): Promise<void> {
  await page.goto("/settings/devices");
  await page.locator("main button:has(.lucide-plus)").click();
  await expect(page.locator("main output")).toHaveText(/^[A-Z0-9]{6}$/);
  await page.locator("main li button[aria-expanded]").first().click();
  await look("a code, and what a device may do");
  await page.locator("main li button:has(.lucide-ellipsis)").first().click();
  await expect(page.getByRole("menu")).toBeVisible();
  await look("a device's menu");
  await page.keyboard.press("Escape");
  await page.locator("main li button:has(.lucide-pencil)").first().click();
  await look("renaming");
  await page.keyboard.press("Escape");
  await page.locator("main li button.min-h-9:not(:has(svg))").first().click();
  await lookAtQuestion(page, look, "revoking");
}

async function lookAtQuestion(page: Page, look: Look, what: string): Promise<void> {
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await look(what);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("alertdialog")).toBeHidden();
}

async function changeAccount(page: Page, { person }: Scene, look: Look): Promise<void> {
  await page.goto("/settings/account");
  await expect(page.locator("#second-factor button")).toBeEnabled();
  for (const part of ["#linked li", "#browsers", "#everywhere", "#delete", "#passkeys li"]) {
    const button = page.locator(`${part} button[type=button]:not(:has(svg))`).last();
    if ((await button.count()) === 0) continue;
    await button.click();
    await lookAtQuestion(page, look, `the question of ${part}`);
  }
  await page.locator("#passkeys li button").first().click();
  await look("renaming a passkey");
  await page.keyboard.press("Escape");

  const factor = page.locator("#second-factor");
  await factor.getByRole("button").click();
  for (const password of ["not the one", person.password]) {
    await factor.locator("[name=factor-password]").fill(password);
    await factor.locator("[type=submit]").click();
    if (password === person.password) break;
    await expect(factor.locator("#factor-password-error")).toBeVisible();
    await look("a second factor, with a password that is wrong");
  }
  const secret = (await factor.locator("code").innerText()).replace(/\s/g, "");
  noteSecret("authenticator_secret", secret);
  for (const code of ["000000", codeOf(secret, -1)]) {
    await factor.locator("[name=first-code]").fill(code);
    await factor.locator("[type=submit]").click();
    if (code !== "000000") break;
    await expect(factor.locator("#first-code-error")).toBeVisible();
    await look("a second factor, with a code that is wrong");
  }
  await expect(factor.getByRole("listitem")).toHaveCount(10);
  for (const code of await factor.getByRole("listitem").allInnerTexts()) noteSecret("backup_code", code);
  await look("backup codes");
  await factor.getByRole("button").last().click();
  await factor.getByRole("button").last().click();
  await expect(factor.locator("[name=factor-password]")).toBeVisible();
  await look("a second factor is turned off");
}

async function operate(page: Page, { otherId }: Scene, look: Look): Promise<void> {
  await page.goto(`/admin/people/${otherId}`);
  const actions = page.locator("main section ul li:has(h3) > button");
  const count = await actions.count();
  expect(count).toBe(3);
  for (let n = 0; n < count; n++) {
    await actions.nth(n).click();
    await lookAtQuestion(page, look, `question ${n} of an operator`);
  }
}

async function signInWithCode(page: Page, { person }: Scene, look: Look): Promise<void> {
  await page.context().clearCookies({ name: "alprina.session" });
  await page.goto("/sign-in");
  for (const password of ["not the one", person.password]) {
    await page.locator("#email").fill(person.email);
    await page.locator("#password").fill(password);
    await page.locator("main form button[type=submit]").click();
    if (password === person.password) break;
    await expect(page.locator("#password-error")).toBeVisible();
    await look("a password that is wrong");
  }
  await expect(page).toHaveURL(/second-step/);
  await look("the second step");
}
