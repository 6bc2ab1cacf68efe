/**
 * Rows under their headings, as columns two spaces apart; where `width` has no room for them, each row as lines of
 * `heading  value`. The first line of the columns is the headings.
 */
export function layOut(headings: string[], rows: string[][], width = Infinity): string[] {
  const columns = headings.map((heading, column) =>
    Math.max(...[heading, ...rows.map((row) => row[column] ?? "")].map(columnsOf)),
  );
  const needed = columns.reduce((sum, column) => sum + column + 2, -2);
  if (needed > width) {
    return rows.flatMap((row, index) => [
      ...(index > 0 ? [""] : []),
      ...facts(headings.map((heading, column) => [heading, row[column] ?? ""])),
    ]);
  }
  return [headings, ...rows].map((row) =>
    row
      .map((cell, column) => padded(cell, columns[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

/** `Name   value` lines with the values in one column; words of a list go on under the first where there is room. */
export function facts(pairs: [name: string, value: string | string[]][], width = Infinity): string[] {
  const names = Math.max(...pairs.map(([name]) => columnsOf(name)));
  return pairs.flatMap(([name, value]) =>
    filled([value].flat(), width - names - 2).map((line, index) =>
      `${padded(index === 0 ? name : "", names)}  ${line}`.trimEnd(),
    ),
  );
}

/** As many words on each line as `width` has room for, and one at least. */
function filled(words: string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && columnsOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u;
const segments = new Intl.Segmenter("en", { granularity: "grapheme" });

/** How many columns a terminal shows this in. */
function columnsOf(text: string): number {
  return [...segments.segment(text)].reduce((sum, { segment }) => sum + (WIDE.test(segment) ? 2 : 1), 0);
}

function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columnsOf(text)));
}
