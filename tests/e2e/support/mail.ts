import { expect, type Page } from "@playwright/test";
import { linkIn, startMailServer, type Mail, type MailServer } from "@alprina/test-mail-server";
import { newPlace, removePlace, startServer } from "./server";
import { test as base } from "./test";

/** For files whose server sends mails, to a real mail server that runs in this process. */
export const test = base.extend<object, { mailServer: MailServer }>({
  mailServer: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from the braces
    async ({}, use) => {
      const mailServer = await startMailServer();
      await use(mailServer);
      await mailServer.close();
    },
    { scope: "worker" },
  ],

  server: [
    async ({ settings, mailServer }, use) => {
      const place = await newPlace();
      const server = await startServer(place, { ...mailSettings(mailServer), ...settings });
      await use(server);
      await server.end("SIGTERM");
      await removePlace(place);
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

export { expect };

export const mailSettings = ({ port }: MailServer) => ({
  SMTP_URL: `smtp://127.0.0.1:${port}`,
  MAIL_FROM: "Alprina <login@example.test>",
});

/** The mail that tells this person of their new device, as soon as it is there. */
export const mailTo = (mailServer: MailServer, email: string): Promise<Mail> =>
  mailServer.mailThat(({ to }) => to.includes(email));

export const revokeLinkIn = (mail: Mail): string => linkIn(mail, "/revoke/");

/** The headings of the page behind the link. */
export const revokePage = {
  open: /was this you/i,
  done: /^revoked/i,
  used: /has been used/i,
  elsewhere: /revoked already/i,
  expired: /expired/i,
  unknown: /does not work/i,
} satisfies Record<string, RegExp>;

export async function expectRevokePage(page: Page, which: keyof typeof revokePage): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: revokePage[which] })).toBeVisible();
}

export const revokeByLink = (page: Page) => page.getByRole("button", { name: "Revoke it, this wasn’t me" });
