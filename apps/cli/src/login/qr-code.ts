import { renderUnicodeCompact } from "uqr";

import type { Terminal } from "../terminal";

/** What else has to stay on the screen with it. */
const OTHER_ROWS = 12;

/** Lines that a phone's camera reads; none where they would not fit, or could not be drawn. */
export function qrCode(text: string, { columns, rows, unicode, colors }: Terminal): string[] {
  if (!unicode) return [];
  // Filled cells are the light ones: on a dark terminal the picture comes out as it is printed on paper.
  const lines = renderUnicodeCompact(text, { border: 2, ecc: "L" }).split("\n");
  const width = Math.max(...lines.map((line) => line.length));
  if (width + 2 > columns || lines.length + OTHER_ROWS > rows) return [];
  return lines.map((line) => `  ${colors.isColorSupported ? `\u001b[97;40m${line}\u001b[0m` : line}`);
}
