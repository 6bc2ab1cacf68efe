import { randomBytes } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { startIdentityProvider, type IdentityProvider } from "@alprina/test-identity-provider";
import { newPlace, removePlace, startServer, type Place } from "./server";
import { test as base } from "./test";

interface Federation {
  place: Place;
  provider: IdentityProvider;
}

/** For files whose server takes people from an OpenID provider, a real one that runs in this process. */
export const test = base.extend<object, Federation>({
  place: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from the braces
    async ({}, use) => {
      const place = await newPlace();
      await use(place);
      await removePlace(place);
    },
    { scope: "worker" },
  ],

  provider: [
    async ({ place }, use) => {
      const provider = await startIdentityProvider([`http://localhost:${place.port}/api/auth/callback/oidc`]);
      await use(provider);
      await provider.goAway();
    },
    { scope: "worker" },
  ],

  server: [
    async ({ settings, place, provider }, use) => {
      const server = await startServer(place, {
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: provider.clientId,
        OIDC_CLIENT_SECRET: provider.clientSecret,
        OIDC_NAME: "Acme",
        ...settings,
      });
      await use(server);
      await server.end("SIGTERM");
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

export { expect };

/** Somebody whom the provider knows, and this server does not. */
export function newcomer(provider: IdentityProvider, claims: { email?: string } = {}) {
  const subject = `ada-${randomBytes(6).toString("hex")}`;
  const known = { email: `${subject}@example.test`, email_verified: true, name: "Ada Lovelace", ...claims };
  provider.describe(subject, known);
  return { subject, ...known };
}

/** From our page over the provider's own two, until it sends the person back. */
export async function signInThere(page: Page, subject: string): Promise<void> {
  await setOut(page, subject);
  await comeBack(page);
}

/** As far as the provider's question whether this server may know who they are. */
export async function setOut(page: Page, subject: string): Promise<void> {
  await page.getByRole("button", { name: "Continue with Acme" }).click();
  await page.getByPlaceholder("Enter any login").fill(subject);
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await expect(page.getByRole("button", { name: "Continue", exact: true })).toBeVisible();
}

export async function comeBack(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Continue", exact: true }).click();
}
