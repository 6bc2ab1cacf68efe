import type { AlertMail } from "@alprina/api";
import { cleanText } from "@alprina/api/domain/text";
import { readOfferedLanguage } from "@/lib/language";
import { factsOf, utcTime } from "./facts";
import { wordsIn } from "./words";

export type Letter = Awaited<ReturnType<typeof writeLetter>>;

/** What a mail about a new device says, in its reader's language, for its two forms; in English where none is known. */
export async function writeLetter(mail: AlertMail, app: string) {
  const language = readOfferedLanguage(mail.language) ?? "en";
  const t = await wordsIn(language);
  const name = cleanText(mail.device.name) ?? t("mail.unnamed");
  return {
    language,
    name,
    revokeUrl: mail.revokeUrl,
    devicesUrl: mail.devicesUrl,
    facts: factsOf(mail, { t, language }),
    // An encoded word (RFC 2047) is read by mail programs, and may hold line ends: this one stays letters.
    subject: t("mail.subject", { app, name }).replaceAll("=?", "= ?"),
    title: t("mail.title", { app }),
    wasYou: t("mail.wasYou"),
    wasNotYou: t("mail.wasNotYou"),
    button: t("mail.button"),
    hearsay: t("mail.hearsay"),
    linkEnds: t("mail.linkEnds", { time: utcTime(mail.linkExpiresAt, language) }),
    copyAddress: t("mail.copyAddress"),
    allDevices: t("mail.allDevices"),
    why: t("mail.why", { host: new URL(mail.devicesUrl).host }),
  };
}
