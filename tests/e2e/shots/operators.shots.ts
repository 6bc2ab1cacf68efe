import { keyFor } from "../support/devices";
import { operate } from "../support/operator";
import { test } from "../support/test";
import { pictures } from "./pictures";

test("the operator's pages", async ({ signedIn: page, person, somebodyElse, server }) => {
  const { page: theirs, person: grace } = await somebodyElse("Grace Hopper");
  for (const name of ["thinkpad", "build-runner-03"]) await keyFor(theirs, server.url, name);
  await operate(server, "people", "operator", person.email);
  const look = pictures(page, "operators");
  for (const path of ["/admin", "/admin/people", "/admin/clients", "/admin/devices", "/admin/activity"]) {
    await page.goto(path);
    await look(path);
  }
  await page.goto("/admin/people");
  await page.getByRole("link", { name: grace.name }).first().click();
  await page.getByRole("heading", { level: 1, name: grace.name }).waitFor();
  await look("a person");
});
