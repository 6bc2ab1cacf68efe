import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { Mail, MailServer } from "@alprina/test-mail-server";
import { approve, expectOutcome, review } from "./support/authorize";
import type { CommandLine } from "./support/command-line";
import { deviceRow, keyFor } from "./support/devices";
import { expect, expectRevokePage, mailTo, revokeByLink, revokeLinkIn, test } from "./support/mail";
import { signUpByApi, type Person } from "./support/people";

interface Signed {
  page: Page;
  cli: CommandLine;
  person: Person;
  mailServer: MailServer;
}

/** The real command signs in; the mail about it, and everything that must not stand in it. */
async function signInAndGetMail({ page, cli, person, mailServer }: Signed) {
  const login = cli.start("login", "--device-name", "ada-thinkpad");
  const code = await login.userCode();
  await review(page, await login.link());
  await approve(page).click();
  await expectOutcome(page, "approved");
  expect((await login.ended).code).toBe(0);
  const [apiKey = ""] = /alprina_sk_live_\w+/.exec(readFileSync(cli.credentials, "utf8")) ?? [];
  const mail = await mailTo(mailServer, person.email);
  return { mail, secrets: [code, code.replace("-", ""), apiKey] };
}

const whole = ({ headers, html, subject, text }: Mail) => JSON.stringify([headers, html, subject, text]);

test("a login is told of by mail, whose link revokes the device in a browser that is not signed in", async ({
  signedIn: page,
  somebodyElse,
  person,
  cli,
  mailServer,
  server,
}) => {
  const { mail, secrets } = await signInAndGetMail({ page, cli, person, mailServer });
  expect(mail.subject).toBe("New device on your Alprina account: ada-thinkpad");
  expect(mail.to).toEqual([person.email]);
  for (const secret of secrets) {
    expect(secret).not.toBe("");
    expect(whole(mail)).not.toContain(secret);
  }
  expect(server.output()).toContain(`Mail: on, by 127.0.0.1:${mailServer.port}`);

  const phone = await page.context().browser()!.newContext();
  const there = await phone.newPage();
  await test.step("opening it shows the device and changes nothing", async () => {
    expect((await there.goto(revokeLinkIn(mail)))?.status()).toBe(200);
    await expectRevokePage(there, "open");
    for (const fact of ["ada-thinkpad", "Alprina CLI", "localhost", "Chrome"]) {
      await expect(there.getByRole("main").getByText(fact).first()).toBeVisible();
    }
    expect(await phone.cookies()).toEqual([]);
    const still = await cli.run("whoami");
    expect(still.code).toBe(0);
  });

  await test.step("one click revokes it", async () => {
    await revokeByLink(there).click();
    await expectRevokePage(there, "done");
    await expect(there.getByText("change your password, and sign out everywhere")).toBeVisible();
    await expect(there.getByRole("link", { name: "Go to your settings" })).toBeVisible();
    const refused = await cli.run("whoami");
    expect(refused.stderr).toContain("was revoked");
    expect(refused.code).toBe(3);
    // Loading what the form led to does not send it again.
    await there.reload();
    await expectRevokePage(there, "done");
  });

  await test.step("a second time it says that it was used", async () => {
    expect((await there.goto(revokeLinkIn(mail)))?.status()).toBe(410);
    await expectRevokePage(there, "used");
    await expect(revokeByLink(there)).toHaveCount(0);
  });
  await phone.close();

  await test.step("its owner sees it revoked, and so does nobody else", async () => {
    await page.goto("/settings/devices");
    await expect(deviceRow(page, "ada-thinkpad")).toContainText("Revoked");
    const grace = await somebodyElse("Grace Hopper");
    await grace.page.goto(revokeLinkIn(mail));
    await expectRevokePage(grace.page, "used");
  });
});

test("the link works without JavaScript", async ({ browser, signedIn: page, cli, person, mailServer }) => {
  const { mail } = await signInAndGetMail({ page, cli, person, mailServer });
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const there = await plain.newPage();
  await there.goto(revokeLinkIn(mail));
  await expectRevokePage(there, "open");
  await revokeByLink(there).click();
  await expectRevokePage(there, "done");
  expect((await cli.run("whoami")).stderr).toContain("was revoked");
  await plain.close();
});

test("a device that was revoked in settings says so behind its link, and the link tells nobody where it leads", async ({
  page,
  signedIn,
  server,
  person,
  mailServer,
}) => {
  await keyFor(signedIn, server.url, "old laptop");
  const link = revokeLinkIn(await mailTo(mailServer, person.email));
  await page.goto("/settings/devices");
  await deviceRow(page, "old laptop").getByRole("button", { name: "Revoke" }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: /revoke/i })
    .click();
  await expect(deviceRow(page, "old laptop")).toContainText("Revoked");
  await page.goto(link);
  await expectRevokePage(page, "elsewhere");
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  const next = page.waitForRequest((one) => new URL(one.url()).pathname === "/settings/devices");
  await page.getByRole("link", { name: "See your devices" }).click();
  expect((await (await next).allHeaders())["referer"]).toBeUndefined();
});

test("a link that was changed, and one that is older than seven days, say what is wrong and revoke nothing", async ({
  page,
  rows,
  server,
  person,
  mailServer,
}) => {
  await signUpByApi(page.context(), server.url, person);
  await keyFor(page, server.url, "old laptop");
  const first = await mailTo(mailServer, person.email);
  const { id: userId } = await rows.user.findUniqueOrThrow({ where: { email: person.email } });
  await expect.poll(() => rows.deviceAlert.count({ where: { userId, sentAt: null } })).toBe(0);
  // The same mail again, as it would have been a week ago.
  const createdAt = new Date(Date.now() - 7 * 24 * 60 * 60 * 1000 - 1000);
  const again = { createdAt, sentAt: null, nextTryAt: new Date() };
  await rows.deviceAlert.updateMany({ where: { userId }, data: again });
  const old = await mailServer.mailThat((mail) => mail !== first && mail.to.includes(person.email));
  const link = revokeLinkIn(old);
  expect((await page.goto(link))?.status()).toBe(410);
  await expectRevokePage(page, "expired");
  const middle = link.length - 20;
  const changed = link.slice(0, middle) + (link[middle] === "A" ? "B" : "A") + link.slice(middle + 1);
  expect((await page.goto(changed))?.status()).toBe(404);
  await expectRevokePage(page, "unknown");
  await page.goto("/settings/devices");
  await expect(deviceRow(page, "old laptop")).not.toContainText("Revoked");
});

test.describe("for somebody whose browser asks for German", () => {
  test.use({ locale: "de-DE" });

  test("mails and the page behind their link are German, until they choose another language", async ({
    page,
    server,
    person,
    rows,
    mailServer,
  }) => {
    const languageOf = async () =>
      (await rows.user.findUniqueOrThrow({ where: { email: person.email } })).language;
    await page.goto("/sign-up");
    await page.locator("#name").fill(person.name);
    await page.locator("#email").fill(person.email);
    await page.locator("#password").fill(person.password);
    await page.locator("main form button[type=submit]").click();
    await expect(page.getByText(`Sie sind hier angemeldet, als ${person.email}.`)).toBeVisible();
    expect(await languageOf()).toBe("de");
    await keyFor(page, server.url, "adas-laptop");
    const german = await mailTo(mailServer, person.email);
    expect(german.subject).toBe("Neues Gerät in Ihrem Alprina-Konto: adas-laptop");
    expect(german.html).toContain('<html lang="de">');
    expect(german.text).toMatch(/Der Link gilt einmal, bis \d+\. \p{L}+ \d{4} um \d\d:\d\d UTC\./u);
    await page.goto(revokeLinkIn(german));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Waren das Sie?");
    await page.getByRole("button", { name: "Widerrufen, das war ich nicht" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Widerrufen. Es ist abgemeldet");

    await page.locator("footer details summary").click();
    await page.getByRole("button", { name: "Français" }).click();
    await expect.poll(languageOf).toBe("fr");
    await keyFor(page, server.url, "another-laptop");
    const french = await mailServer.mailThat(({ subject }) => subject.endsWith("another-laptop"));
    expect(french.subject).toBe("Nouvel appareil sur votre compte Alprina : another-laptop");

    await test.step("of whom nobody knows it, the next sign-in tells, and changes no choice", async () => {
      await page.context().clearCookies();
      for (const [known, learnt] of [
        [null, "de"],
        ["fr", "fr"],
      ] as const) {
        await rows.user.update({ where: { email: person.email }, data: { language: known } });
        const { email, password } = person;
        const headers = { Origin: server.url, "Accept-Language": "de-DE" };
        const reply = await page.request.post("/api/auth/sign-in/email", {
          data: { email, password },
          headers,
        });
        expect(reply.status()).toBe(200);
        expect(await languageOf()).toBe(learnt);
      }
    });
  });
});
