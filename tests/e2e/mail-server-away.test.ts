import { startMailServer } from "@alprina/test-mail-server";
import { approve, expectOutcome, review } from "./support/authorize";
import { CommandLine } from "./support/command-line";
import { expectRevokePage, mailSettings, mailTo, revokeLinkIn } from "./support/mail";
import { newPerson, signUpByApi } from "./support/people";
import { newPlace, openRows, removePlace, startServer } from "./support/server";
import { expect, test } from "./support/test";

test("no login waits for a mail server that is away, and the mail survives a kill -9 until that is back", async ({
  browser,
}) => {
  const place = await newPlace();
  const away = await startMailServer();
  const { port } = away;
  await away.close();
  const settings = mailSettings(away);
  let server = await startServer(place, settings);
  const cli = new CommandLine(server.url);
  const context = await browser.newContext({ baseURL: server.url });
  const ada = newPerson();
  try {
    const page = await context.newPage();
    await signUpByApi(context, server.url, ada);
    const login = cli.start("login");
    await review(page, await login.link());
    await approve(page).click();
    await expectOutcome(page, "approved");
    expect((await login.ended).code).toBe(0);
    // It has been tried, and the operator is told why it did not go.
    await expect.poll(() => server.output()).toContain("ECONNREFUSED");
    expect(server.output()).not.toContain(ada.email);
    expect(await server.end("SIGKILL")).toBe("SIGKILL");

    const back = await startMailServer({ port });
    server = await startServer(place, settings);
    try {
      await page.goto(revokeLinkIn(await mailTo(back, ada.email)));
      await expectRevokePage(page, "open");
      const rows = openRows(place);
      await expect.poll(() => rows.prisma.deviceAlert.count({ where: { sentAt: null } })).toBe(0);
      await rows.close();
      expect(back.mails).toHaveLength(1);
    } finally {
      await back.close();
    }
  } finally {
    await context.close();
    cli.close();
    await server.end("SIGTERM");
    await removePlace(place);
  }
});
