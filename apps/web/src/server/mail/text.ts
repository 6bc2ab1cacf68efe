import type { Letter } from "./letter";

/** The mail as plain text. */
export function textOf(letter: Letter): string {
  const widest = Math.max(...letter.facts.flatMap(({ rows }) => rows.map(([name]) => name.length)));
  const facts = letter.facts.map(({ title, rows }) =>
    [title, ...rows.map(([name, value]) => `  ${`${name}:`.padEnd(widest + 1)} ${value}`)].join("\n"),
  );
  const paragraphs = [
    `${letter.title}: ${letter.name}`,
    letter.wasYou,
    `${letter.wasNotYou}\n${letter.revokeUrl}`,
    ...facts,
    letter.hearsay,
    `${letter.linkEnds} ${letter.allDevices}\n${letter.devicesUrl}`,
    letter.why,
  ];
  return `${paragraphs.join("\n\n")}\n`;
}
