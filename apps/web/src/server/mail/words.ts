import { createTranslator } from "use-intl/core";
import { messagesIn, type Area, type Messages } from "@/i18n/messages";
import type { OfferedLanguage } from "@/lib/language";

/** What a mail says is said on pages too, in part, and there in the same words. */
const AREAS = ["authorize", "mail", "revoke", "site"] satisfies Area[];

export type MailWords = Awaited<ReturnType<typeof wordsIn>>;

/** The words of mails in a language. */
export async function wordsIn(language: OfferedLanguage) {
  const messages = (await messagesIn(language, AREAS)) as unknown as Pick<Messages, (typeof AREAS)[number]>;
  return createTranslator<typeof messages>({ locale: language, messages, timeZone: "UTC" });
}
