import { expectAccessible } from "./support/accessibility";
import { operate } from "./support/operator";
import { fillSignUp, newPerson } from "./support/people";
import { expect, test } from "./support/test";

// A server to which nobody else comes.
test.use({ settings: { APP_NAME: "Fresh" } });

test("the first person is the operator and is told so, before and after; the second finds no page", async ({
  page,
  server,
  somebodyElse,
}) => {
  await page.goto("/sign-in");
  await expect(page.getByText("Whoever comes first is the operator of this server.")).toBeVisible();
  await expectAccessible(page, "sign-in on a fresh server");
  await page.goto("/sign-up");
  await expect(page.getByText("You are the first, and will be the operator of this server.")).toBeVisible();
  await expectAccessible(page, "sign-up on a fresh server");
  await fillSignUp(page, newPerson("Ada Lovelace"));

  const told = page.getByText("You are the operator of this server, because you are its first person.");
  await expect(told).toBeVisible();
  await expectAccessible(page, "the start of an operator");
  await page.goto("/settings/account");
  await expect(told).toBeVisible();
  await page.getByRole("button", { name: /^Account menu of/ }).click();
  await page.getByRole("link", { name: "Admin", exact: true }).last().click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await expect(page).toHaveTitle("Admin · Fresh");

  const { page: second, person } = await somebodyElse("Grace Hopper");
  const stranger = await second.context().browser()!.newContext({ baseURL: server.url });
  const signedOut = await stranger.newPage();
  for (const visitor of [second, signedOut]) {
    await visitor.goto("/");
    await expect(visitor.getByText("the operator of this server")).toHaveCount(0);
    await visitor.goto("/sign-up?next=%2Fauthorize");
    await expect(visitor.getByText("You are the first")).toHaveCount(0);
    const nowhere = await (await visitor.goto("/nowhere"))!.text();
    for (const path of ["", "/people", "/people/x", "/clients", "/devices", "/activity"]) {
      const reply = await visitor.goto(`/admin${path}`);
      expect(reply?.status(), path).toBe(404);
      await expect(visitor.getByRole("heading", { level: 1, name: "There is nothing here" })).toBeVisible();
      await expect(visitor).toHaveTitle("Not found · Fresh");
      // Whatever came with it says as little.
      expect((await reply!.text()).replaceAll(`/admin${path}`, "")).not.toMatch(
        /Overview|Everybody|operators/,
      );
      expect(nowhere).toContain("There is nothing here");
    }
  }
  await stranger.close();

  // By the command, from the very next page on.
  await operate(server, "people", "operator", person.email);
  await second.goto("/");
  await expect(second.getByText("You are an operator of this server.")).toBeVisible();
  await second.goto("/admin");
  await expect(second.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await operate(server, "people", "operator", person.email, "--remove");
  expect((await second.goto("/admin"))?.status()).toBe(404);
});
