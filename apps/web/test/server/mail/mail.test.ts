import type { AlertMail } from "@alprina/api";
import { linkIn, startMailServer, type MailServer } from "@alprina/test-mail-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readMail } from "@/env-mail";
import { createMailer } from "@/server/mail/send";

/** What leaves the server, read as it arrives at a real SMTP server. */

const never = new AbortController().signal;
const where = { ipAddress: "203.0.113.24", place: "Berlin, Germany", network: "Example Net (AS64500)" };
const mail: AlertMail = {
  to: "ada@example.com",
  language: null,
  deviceId: "0b5f4cf8-9dcd-4a3e-8f0f-0b6cf2a4c1de",
  device: {
    name: "ada-thinkpad",
    clientName: "Alprina CLI",
    clientVersion: "1.4.0",
    deviceOs: "Ubuntu 24.04",
    terminal: { ...where, userAgent: "alprina-cli" },
    browser: {
      ...{ ipAddress: "198.51.100.7", place: "Hamburg, Germany", network: null },
      userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
    },
    scopes: ["profile", "devices:read"],
    addedAt: new Date("2026-11-24T01:05:09Z"),
    expiresAt: new Date("2027-11-24T01:05:09Z"),
  },
  revokeUrl: "https://login.example.com/revoke/dG9rZW4tb2YtYS1kZXZpY2U",
  linkExpiresAt: new Date("2026-12-01T01:05:09Z"),
  devicesUrl: "https://login.example.com/settings/devices",
};
const named = (name: string): AlertMail => ({ ...mail, device: { ...mail.device, name } });

function mailer(smtpUrl: string) {
  const settings = readMail({ SMTP_URL: smtpUrl, MAIL_FROM: "Alprina <login@example.com>" });
  if (!settings) throw new Error("No mail");
  return createMailer(settings, "Alprina");
}

describe("a mail about a new device", () => {
  let server: MailServer;
  beforeAll(async () => {
    server = await startMailServer();
  });
  afterAll(() => server.close());

  async function arrived(one: AlertMail) {
    const before = server.mails.length;
    expect(await mailer(`smtp://127.0.0.1:${server.port}`).send(one, never)).toEqual({ kind: "sent" });
    expect(server.mails).toHaveLength(before + 1);
    return server.mails[before]!;
  }

  it("says both sides’ facts, in words and in HTML, and asks for nothing from elsewhere", async () => {
    const { from, headers, html, subject, text, to } = await arrived(mail);
    expect({ to, from, subject }).toEqual({
      to: ["ada@example.com"],
      from: "Alprina <login@example.com>",
      subject: "New device on your Alprina account: ada-thinkpad",
    });
    const facts = [
      ...["ada-thinkpad", "Ubuntu 24.04", "Alprina CLI 1.4.0", "203.0.113.24", "Berlin, Germany"],
      ...["Example Net (AS64500)", "Firefox 145 on Linux", "198.51.100.7", "Hamburg, Germany"],
      ...["24 November 2026, 01:05 UTC", "24 November 2027, 01:05 UTC", "Your name; See your devices"],
      ...["1 December 2026, 01:05 UTC", mail.revokeUrl, mail.devicesUrl],
    ];
    for (const fact of facts) {
      expect(text).toContain(fact);
      expect(html).toContain(fact);
    }
    expect(linkIn({ text } as Parameters<typeof linkIn>[0], "/revoke/")).toBe(mail.revokeUrl);
    expect(html).not.toMatch(/<img|<script|<link|<iframe|\bsrc=|url\(|@import/i);
    expect(new Set(html.match(/https?:\/\/[^\s"<,]+/g))).toEqual(new Set([mail.revokeUrl, mail.devicesUrl]));
    expect(Object.fromEntries(headers)).toMatchObject({
      "auto-submitted": "auto-generated",
      "message-id": `<new-device.${mail.deviceId}@login.example.com>`,
    });
  });

  it.each([
    [
      "de",
      ["Neues Gerät in Ihrem Alprina-Konto: ada-thinkpad", "24. November 2026 um 01:05 UTC"],
      ["Firefox 145 unter Linux", "Ihr Name; Ihre Geräte sehen", "Schweiz"],
    ],
    [
      "ja",
      ["Alprina アカウントの新しいデバイス: ada-thinkpad", "2026年11月24日"],
      ["あなたの名前; デバイスを見る", "スイス"],
    ],
  ])("is in the language of its reader, %s, and says so", async (language, says, more) => {
    const { device } = mail;
    const terminal = { ...device.terminal!, place: "Switzerland" };
    const { html, subject, text } = await arrived({ ...mail, language, device: { ...device, terminal } });
    expect(html).toContain(`<html lang="${language}">`);
    for (const said of [...says, ...more]) {
      expect(`${subject}\n${text}`).toContain(said);
      expect(html).toContain(said);
    }
    // Of English there is what the two sides say of themselves, and the name of a network.
    expect(text).not.toMatch(/\b(the|your|and|this|it|you)\b/i);
    expect(html).not.toMatch(/>[^<]*\b(the|your|and|this|you)\b/i);
  });

  it("leaves out what is not known", async () => {
    const { text } = await arrived({
      ...mail,
      device: { ...mail.device, deviceOs: null, clientVersion: null, browser: null, terminal: null },
    });
    expect(text).not.toMatch(/null|undefined|System|Address:|Place:|Network:|The browser/);
  });

  const names: [what: string, name: string][] = [
    ["CR and LF", "ada\r\nBcc: everybody@example.com\r\n\r\n<h1>hello</h1>"],
    ["a lone CR and a lone LF", "ada\rBcc: a@example.com\nCc: b@example.com"],
    ["separators of lines and paragraphs", "ada\u2028Bcc: a@example.com\u2029\u0085Cc: b@example.com"],
    ["NUL, and other controls", "ada\u0000\u0007\u001b[31m"],
    ["turns of direction", "ada\u202Egnp.exe\u202C\u2066x\u2069\u200F\u061C"],
    ["quotes, brackets and markup", `"ada" <x@example.com>, '; <script>alert(1)</script> <a href="//x">&lt;`],
    ["an encoded word", "=?utf-8?q?ada=0d=0aBcc=3a_x=40example.com?="],
    ["letters of all kinds", "Ünïcödé 日本語 עברית 🦊"],
    ["nothing that can be seen", "\u200b\u2060\u00ad"],
    ["many letters", "x".repeat(5_000)],
  ];
  it.each(names)("with a name of %s is still one mail to one person", async (_what, name) => {
    const { headers, html, raw, subject, text, to } = await arrived(named(name));
    expect(to).toEqual(["ada@example.com"]);
    const known = [
      "from",
      "to",
      "subject",
      "date",
      "message-id",
      "auto-submitted",
      "mime-version",
      "content-type",
    ];
    expect(headers.map(([header]) => header).sort()).toEqual(known.sort());
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    const invisible = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\u061c\u00ad]/u;
    expect(subject).not.toMatch(invisible);
    expect(subject.length).toBeLessThan(160);
    expect(text.replaceAll("\n", "")).not.toMatch(invisible);
    expect(html).not.toMatch(/<h1>hello|<script|<a href="\/\/x"/);
    const link = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(new Set(link)).toEqual(new Set([mail.revokeUrl, mail.devicesUrl]));
    for (const line of raw.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
    expect(raw.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("goes to one mailbox, whatever the address looks like", async () => {
    const { headers, to } = await arrived({ ...mail, to: "o'hara+cli@example.com" });
    expect(to).toEqual(["o'hara+cli@example.com"]);
    expect(headers.filter(([name]) => name === "to")).toEqual([["to", "o'hara+cli@example.com"]]);
  });
});

describe("a mail server", () => {
  it("that wants a password gets it over TLS alone", async () => {
    const login = { user: "alprina", password: "p@ss/word:1" };
    const server = await startMailServer({ login });
    const password = encodeURIComponent(login.password);
    const at = `127.0.0.1:${server.port}`;
    try {
      const url = `smtp://alprina:${password}@${at}?tls.rejectUnauthorized=false`;
      expect(await mailer(url).send(mail, never)).toEqual({ kind: "sent" });
      expect(server.mails).toMatchObject([{ overTls: true, user: "alprina" }]);
      const wrong = await mailer(url.replace(password, "wrong")).send(mail, never);
      expect(wrong).toMatchObject({
        kind: "failed",
        why: expect.stringMatching(/^EAUTH 535 AUTH/) as string,
      });
      // A certificate that nobody signed is an error as long as the operator does not say otherwise.
      const strict = await mailer(`smtp://alprina:${password}@${at}`).send(mail, never);
      expect(strict.kind).toBe("failed");
      expect(server.mails).toHaveLength(1);
    } finally {
      await server.close();
    }
  });

  it("that is away, or slow, or says “later” is asked again; one that says “never” is not", async () => {
    const server = await startMailServer();
    const sender = mailer(`smtp://127.0.0.1:${server.port}`);
    server.refuse({ code: 451, message: "ada@example.com: try again later" });
    expect(await sender.send(mail, never)).toEqual({ kind: "failed", why: "EENVELOPE 451 RCPT TO" });
    server.refuse({ code: 550, message: "ada@example.com: no such mailbox" });
    expect(await sender.send(mail, never)).toEqual({ kind: "refused", why: "EENVELOPE 550 RCPT TO" });
    server.refuse(undefined);
    const stopping = AbortSignal.abort();
    expect((await sender.send(mail, stopping)).kind).toBe("failed");
    expect(server.mails).toEqual([]);
    await server.close();
    expect(await sender.send(mail, never)).toMatchObject({
      kind: "failed",
      why: expect.stringContaining("ECONNREFUSED") as string,
    });
  });
});
