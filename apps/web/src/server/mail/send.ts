import type { AlertMail, SendAnswer } from "@alprina/api";
import { createTransport } from "nodemailer";
import type { MailSettings } from "@/env-mail";
import { htmlOf } from "./html";
import { writeLetter } from "./letter";
import { textOf } from "./text";

const CONNECT_WITHIN_MS = 10_000;
const SILENT_AT_MOST_MS = 20_000;
/** Well below the time after which another worker may take the mail. */
const SENT_WITHIN_MS = 60_000;

export interface Mailer {
  /** Never throws: what a mail server says to a mail is an answer. */
  send(mail: AlertMail, stopping: AbortSignal): Promise<SendAnswer>;
}

/** Sends mails about new devices by SMTP (RFC 5321), one connection each. */
export function createMailer({ smtpUrl, from }: MailSettings, appName: string): Mailer {
  const url = new URL(smtpUrl);
  const transport = createTransport({
    // A password goes over TLS only, but on this machine; `?requireTLS=false` in the URL takes that back.
    requireTLS: url.protocol === "smtp:" && url.username !== "" && !isThisMachine(url.hostname),
    connectionTimeout: CONNECT_WITHIN_MS,
    greetingTimeout: CONNECT_WITHIN_MS,
    socketTimeout: SILENT_AT_MOST_MS,
    url: smtpUrl,
  });
  return {
    async send(mail, stopping) {
      try {
        const letter = await writeLetter(mail, appName);
        await transport.sendMail({
          from,
          // As an object, and once more in the envelope: an address is never read as a list of them.
          to: { name: "", address: mail.to },
          envelope: { from: from.address, to: [mail.to] },
          subject: letter.subject,
          text: textOf(letter),
          html: htmlOf(letter),
          date: mail.device.addedAt,
          // The same for every try, so that a mailbox knows one that comes twice.
          messageId: `<new-device.${mail.deviceId}@${new URL(mail.devicesUrl).hostname}>`,
          // No out-of-office answers (RFC 3834).
          headers: { "Auto-Submitted": "auto-generated" },
          disableFileAccess: true,
          disableUrlAccess: true,
          signal: AbortSignal.any([stopping, AbortSignal.timeout(SENT_WITHIN_MS)]),
        });
        return { kind: "sent" };
      } catch (error) {
        return explain(error);
      }
    },
  };
}

interface SmtpError {
  code?: string;
  originalCode?: string;
  responseCode?: number;
  command?: string;
  permanent?: boolean;
}

/** Codes and commands only: what a mail server says in words may name the person's address. */
function explain(error: unknown): SendAnswer {
  const { code, originalCode, responseCode, command, permanent } = error as SmtpError;
  const words = [originalCode ?? code, responseCode?.toString(), command];
  const why = words.filter((word) => word !== undefined && /^[A-Z0-9_ -]{1,40}$/.test(word)).join(" ");
  // A sender or a password that is refused is the operator's to mend, and then the mail goes.
  const isTheirs = command === "RCPT TO" || command === "DATA";
  return { kind: permanent && isTheirs ? "refused" : "failed", why: why || "unknown" };
}

function isThisMachine(hostname: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
