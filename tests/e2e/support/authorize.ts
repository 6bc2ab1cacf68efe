import { expect, type APIRequestContext, type Locator, type Page, type Request } from "@playwright/test";
import { noteSecretsIn } from "./secrets-seen";

/** The page on which a person answers a terminal. */

export const codeField = (page: Page): Locator => page.getByRole("textbox", { name: "Code" });

/** The headings by which a person knows what came of it. */
export const outcomes = {
  approved: /^approved\. your terminal|^your terminal is signed in/i,
  denied: /^denied\. nothing/i,
  disowned: /^denied\. thank you/i,
  alreadyApproved: /already approved/i,
  alreadyDenied: /already denied/i,
  used: /already been used/i,
  expired: /expired/i,
  unknown: /don.t know this code/i,
  somebodyElses: /another account/i,
} satisfies Record<string, RegExp>;

export async function expectOutcome(page: Page, outcome: keyof typeof outcomes): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: outcomes[outcome] })).toBeVisible();
}

/** From the link, or from a code that stands in the field, to what asks. */
export async function lookAt(page: Page, link?: string): Promise<void> {
  if (link !== undefined) await page.goto(link);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /is this you/i })).toBeVisible();
}

/** The same, by somebody who has a terminal with that code before them. */
export async function review(page: Page, link?: string): Promise<void> {
  await lookAt(page, link);
  await compared(page).check();
}

/** The tick that wakes Approve. */
export const compared = (page: Page): Locator =>
  page.getByRole("checkbox", { name: "My terminal shows this code" });

export const wasNotMe = (page: Page): Locator => page.getByRole("button", { name: "This wasn’t me" });

export const lifetime = (page: Page, words: string): Locator => page.getByRole("radio", { name: words });

export async function typeCode(page: Page, code: string): Promise<void> {
  await page.goto("/authorize");
  await codeField(page).fill(code);
  await page.getByRole("button", { name: "Continue" }).click();
}

export const approve = (page: Page): Locator => page.getByRole("button", { name: "Approve", exact: true });
export const deny = (page: Page): Locator => page.getByRole("button", { name: "Deny", exact: true });

/** One side of the review: a card with its heading and its facts. */
export function side(page: Page, heading: RegExp): Locator {
  const title = page.getByRole("heading", { level: 2, name: heading });
  return page
    .getByRole("main")
    .locator("div", { has: title })
    .filter({ has: page.locator("dl") })
    .last();
}

/** Whether a request is the click that decides. */
export const isDecision = (request: Request): boolean =>
  request.method() === "POST" && /\/authorize\/[^/]+$/.test(new URL(request.url()).pathname);

export interface StartedLogin {
  deviceCode: string;
  userCode: string;
}

/** A login that was begun as any client begins one, where nobody needs to wait for its end. */
export async function startLogin(request: APIRequestContext, deviceName: string): Promise<StartedLogin> {
  const reply = await request.post("/v1/auth/device", { data: { device_name: deviceName } });
  expect(reply.status()).toBe(200);
  const body = (await reply.json()) as { device_code: string; user_code: string };
  noteSecretsIn(body);
  return { deviceCode: body.device_code, userCode: body.user_code };
}

/** The same from another address, where the server believes `X-Forwarded-For`. */
export async function startLoginFrom(server: string, address: string): Promise<Response> {
  return fetch(`${server}/v1/auth/device`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Forwarded-For": address },
    body: JSON.stringify({ device_name: "far-away box", device_os: "Ubuntu 24.04" }),
  });
}

/** One poll, and its status with what stands in the body. */
export async function poll(
  request: APIRequestContext,
  { deviceCode }: StartedLogin,
): Promise<{ status: number; body: { error?: string; api_key?: string; detail?: unknown } }> {
  const reply = await request.post("/v1/auth/device/token", { data: { device_code: deviceCode } });
  const body = (await reply.json()) as { error?: string; api_key?: string };
  noteSecretsIn(body);
  return { status: reply.status(), body };
}
