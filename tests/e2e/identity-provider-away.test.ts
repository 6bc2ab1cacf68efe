import { expect, newcomer, signInThere, test } from "./support/identity-provider";

// A server of its own, which has not asked the provider for anything yet.
test.use({ settings: { APP_NAME: "Faraway" } });

test("a provider that is away since the start is said on the page, and works when it is back", async ({
  page,
  provider,
}) => {
  const ada = newcomer(provider);
  await provider.goAway();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Continue with Acme" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "does not answer" })).toBeVisible();
  await provider.comeBack();
  await signInThere(page, ada.subject);
  await expect(page.getByText(`signed in here, as ${ada.email}`)).toBeVisible();
});
