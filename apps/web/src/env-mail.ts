import { EnvError } from "./env-error";

/** How mails leave, and whom they are from. */
export interface MailSettings {
  /** With the password in it: it must not be shown. */
  smtpUrl: string;
  /** The mail server, without anything secret. */
  host: string;
  from: { name: string; address: string };
}

/**
 * Whether this server sends mails.
 * @throws EnvError for an address of a mail server without one to send from, and for either that cannot be read.
 */
export function readMail(data: { SMTP_URL?: string; MAIL_FROM?: string }): MailSettings | undefined {
  if (!data.SMTP_URL) return undefined;
  const url = URL.canParse(data.SMTP_URL) ? new URL(data.SMTP_URL) : undefined;
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname) {
    // Not the value: a password may stand in it.
    throw new EnvError('SMTP_URL must be such as "smtp://user:password@mail.example.com:587", or smtps://…');
  }
  const from = readFrom(data.MAIL_FROM);
  if (!from) {
    throw new EnvError(
      'SMTP_URL is set, so MAIL_FROM must be the address that mails come from, such as "Alprina <login@example.com>".',
    );
  }
  return { smtpUrl: data.SMTP_URL, host: url.host, from };
}

/** `login@example.com`, or `Alprina <login@example.com>`. */
function readFrom(value: string | undefined): MailSettings["from"] | undefined {
  const [, name, inBrackets, alone] =
    /^(?:"?([^"<>\p{C}]*?)"?\s*<([^\s<>@",;]+@[^\s<>@",;]+)>|([^\s<>@",;]+@[^\s<>@",;]+))$/u.exec(
      value ?? "",
    ) ?? [];
  const address = inBrackets ?? alone;
  return address === undefined ? undefined : { name: name?.trim() ?? "", address };
}
