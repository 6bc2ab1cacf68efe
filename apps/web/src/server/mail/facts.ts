import type { AlertMail } from "@alprina/api";
import { cleanText } from "@alprina/api/domain/text";
import { showAddress } from "@/lib/addresses";
import { formatsOf, type OfferedLanguage } from "@/lib/language";
import { placeIn } from "@/lib/places";
import { readUserAgent } from "@/lib/user-agent";
import type { MailWords } from "./words";

export interface MailFacts {
  title: string;
  rows: [name: string, value: string][];
}

interface Telling {
  t: MailWords;
  language: OfferedLanguage;
}

type Whereabouts = AlertMail["device"]["terminal"];
type Row = [name: string, value: string | null];

/** Both sides of a login, and what came of it. Only what is known; and all of it on one line, and visible. */
export function factsOf({ device }: AlertMail, telling: Telling): MailFacts[] {
  const { t, language } = telling;
  return [
    section(t("revoke.sides.terminal"), [
      [t("mail.facts.name"), device.name],
      [t("authorize.facts.system"), device.deviceOs],
      [t("authorize.facts.client"), [device.clientName, device.clientVersion].filter(Boolean).join(" ")],
      ...where(device.terminal, telling),
    ]),
    section(t("revoke.sides.browser"), [
      [t("authorize.facts.browser"), browserOf(device.browser, telling)],
      ...where(device.browser, telling),
    ]),
    section(t("mail.facts.key"), [
      [t("mail.facts.added"), utcTime(device.addedAt, language)],
      [t("mail.facts.ends"), utcTime(device.expiresAt, language)],
      [
        t("mail.facts.abilities"),
        device.scopes.map((scope) => t(`authorize.scopes.${scope}.title`)).join("; "),
      ],
    ]),
  ].filter(({ rows }) => rows.length > 0);
}

/** `24 November 2026, 01:05 UTC`. */
export function utcTime(date: Date, language: OfferedLanguage): string {
  const format = new Intl.DateTimeFormat(formatsOf(language), {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
  });
  return `${format.format(date).replace(" at ", ", ")} UTC`;
}

function browserOf(side: Whereabouts, { t }: Telling): string | null {
  const { browser, system } = readUserAgent(side?.userAgent ?? null);
  return browser && system ? t("site.browserOn", { browser, system }) : (browser ?? system);
}

function where(side: Whereabouts, { t, language }: Telling): Row[] {
  return [
    [t("authorize.facts.address"), showAddress(side?.ipAddress ?? null)],
    [t("authorize.facts.place"), side?.place ? placeIn(language, side.place) : null],
    [t("authorize.facts.network"), side?.network ?? null],
  ];
}

function section(title: string, rows: Row[]): MailFacts {
  const known = rows.flatMap(([name, value]): [string, string][] => {
    const clean = cleanText(value, 300);
    return clean ? [[name, clean]] : [];
  });
  return { title, rows: known };
}
