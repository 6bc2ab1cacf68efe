import { approve, codeField, expectOutcome, review } from "./support/authorize";
import { CommandLine, thisDevice } from "./support/command-line";
import { deviceRow } from "./support/devices";
import { fillSignIn, newPerson, signUpByApi } from "./support/people";
import { newPlace, removePlace, startServer } from "./support/server";
import { expect, test } from "./support/test";

test("kill -9 of the server while a command line waits loses nothing: the login goes on and ends well", async ({
  browser,
}) => {
  const place = await newPlace();
  let server = await startServer(place);
  const cli = new CommandLine(server.url);
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  const ada = newPerson();
  try {
    await signUpByApi(context, server.url, ada);
    const login = cli.start("login");
    await page.goto(await login.link());
    await expect(page.getByRole("button", { name: "Continue" })).toBeEnabled();

    expect(await server.end("SIGKILL")).toBe("SIGKILL");
    await login.says(/The server does not answer; still trying/);
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("We can’t reach the server");

    server = await startServer(place);
    // The page was open all the time, and its person is signed in still.
    await expect(codeField(page)).toHaveValue(await login.userCode());
    await review(page);
    await approve(page).click();
    await expectOutcome(page, "approved");
    const ended = await login.ended;
    expect(ended.stderr).toContain(`Signed in as ${ada.name} <${ada.email}>`);
    expect(ended.code).toBe(0);
    await page.goto("/settings/devices");
    await expect(deviceRow(page, thisDevice)).toBeVisible();

    await context.clearCookies();
    await page.goto("/sign-in");
    await fillSignIn(page, ada);
    await expect(page.getByText(`signed in here, as ${ada.email}`)).toBeVisible();
    await context.close();
    expect(await server.end("SIGTERM")).toBe(0);
  } finally {
    cli.close();
    await server.end("SIGTERM");
    await removePlace(place);
  }
});
