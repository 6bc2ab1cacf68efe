import { expect, newcomer, signInThere, test } from "./support/identity-provider";

test.use({ settings: { PASSWORD_SIGN_IN: "off" } });

test("where passwords are off the button is the only way, on every page that leads to one", async ({
  page,
  provider,
}) => {
  const ada = newcomer(provider);
  await page.goto("/sign-up?next=%2Fsettings%2Fdevices");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fsettings%2Fdevices$/);
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Create an account" })).toHaveCount(0);
  await signInThere(page, ada.subject);
  await expect(page).toHaveURL(/\/settings\/devices$/);
});
