import type { AlertMail } from "@alprina/api";
import { factsOf } from "./facts";
import { wordsOf } from "./words";

/** The mail as plain text. */
export function textOf(mail: AlertMail, appName: string): string {
  const words = wordsOf(mail, appName);
  const facts = factsOf(mail).map(({ title, rows }) =>
    [title, ...rows.map(([name, value]) => `  ${`${name}:`.padEnd(9)} ${value}`)].join("\n"),
  );
  const paragraphs = [
    `${words.title}: ${words.name}`,
    words.wasYou,
    `${words.wasNotYou}\n${mail.revokeUrl}`,
    ...facts,
    words.hearsay,
    `${words.linkEnds} ${words.allDevices}\n${mail.devicesUrl}`,
    words.why,
  ];
  return `${paragraphs.join("\n\n")}\n`;
}
