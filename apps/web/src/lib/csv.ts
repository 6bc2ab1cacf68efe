// What a spreadsheet takes for the beginning of a formula; full-width forms count with some of them.
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * One record of a CSV file (RFC 4180), with its line end. A cell that a spreadsheet would run as a formula begins
 * with an apostrophe, which shows it as the text that it is: names of devices are chosen by whoever likes to.
 */
export function csvRecord(cells: readonly (string | null)[]): string {
  return `${cells.map((cell) => csvCell(cell ?? "")).join(",")}\r\n`;
}

function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
