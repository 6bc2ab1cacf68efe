import type { AlertMail } from "@alprina/api";
import { cleanText } from "@alprina/api/domain/text";
import { showAddress } from "@/lib/addresses";
import { readUserAgent } from "@/lib/user-agent";

export interface MailFacts {
  title: string;
  rows: [name: string, value: string][];
}

type Whereabouts = AlertMail["device"]["terminal"];

/** Both sides of a login, and what came of it. Only what is known; and all of it on one line, and visible. */
export function factsOf({ device }: AlertMail): MailFacts[] {
  const { browser, system } = readUserAgent(device.browser?.userAgent ?? null);
  return [
    section("The terminal", [
      ["Name", device.name],
      ["System", device.deviceOs],
      ["Client", [device.clientName, device.clientVersion].filter(Boolean).join(" ")],
      ...where(device.terminal),
    ]),
    section("The browser in which it was approved", [
      ["Browser", [browser, system].filter(Boolean).join(" on ")],
      ...where(device.browser),
    ]),
    section("The key that it got", [
      ["Added", utcTime(device.addedAt)],
      ["Ends", utcTime(device.expiresAt)],
      ["It may", device.abilities.join("; ")],
    ]),
  ].filter(({ rows }) => rows.length > 0);
}

/** `24 November 2026, 01:05 UTC`. */
export function utcTime(date: Date): string {
  const format = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
  });
  return `${format.format(date).replace(" at ", ", ")} UTC`;
}

function where(side: Whereabouts): [string, string | null][] {
  return [
    ["Address", showAddress(side?.ipAddress ?? null)],
    ["Place", side?.place ?? null],
    ["Network", side?.network ?? null],
  ];
}

function section(title: string, rows: [string, string | null][]): MailFacts {
  const known = rows.flatMap(([name, value]): [string, string][] => {
    const clean = cleanText(value, 300);
    return clean ? [[name, clean]] : [];
  });
  return { title, rows: known };
}
