/** What makes colours, which take no room. */
// eslint-disable-next-line no-control-regex
const STYLE = /\u001b\[[0-9;]*m/g;

export const widthOf = (text: string): number => text.replace(STYLE, "").length;

/**
 * Breaks a sentence between words, and goes on under where it began. An address is not broken: the terminal does that
 * itself, and only so can it be clicked and copied whole.
 */
export function wrap(line: string, columns: number): string {
  if (widthOf(line) <= columns) return line;
  const indent = /^(?:[✓✗!] | *)/.exec(line.replace(STYLE, ""))?.[0].length ?? 0;
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(/(?<=\S) /)) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (current !== "" && widthOf(longer) > columns) {
      lines.push(current);
      current = " ".repeat(indent) + word;
    } else {
      current = longer;
    }
  }
  return [...lines, current].join("\n");
}
