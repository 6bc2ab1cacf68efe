import xterm, { type IBufferCell } from "@xterm/headless";

/** One letter of a screen, and how it looks. */
export interface Cell {
  letter: string;
  look: "" | "bold" | "dim" | "green" | "green bold" | "cyan" | "red";
}
/** What a terminal shows from a moment on. */
export interface Frame {
  atMs: number;
  lines: Cell[][];
}

const GREEN = 2;
const RED = 1;
const CYAN = 6;

/** A terminal of this size, as it looks after each piece of output that changed what there is to read. */
export function watchScreen(columns: number, rows: number) {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const frames: Frame[] = [];
  return {
    frames,
    async write(data: string, atMs: number): Promise<void> {
      await new Promise<void>((resolve) => terminal.write(data, resolve));
      const lines = Array.from({ length: rows }, (_, row) => readLine(row));
      const words = JSON.stringify(lines);
      const last = frames.at(-1);
      if (!last || JSON.stringify(last.lines) !== words) frames.push({ atMs, lines });
    },
  };

  function readLine(row: number): Cell[] {
    const line = terminal.buffer.active.getLine(row);
    const cells: Cell[] = [];
    for (let column = 0; column < columns; column++) {
      const cell = line?.getCell(column);
      if (cell) cells.push({ letter: still(cell.getChars() || " "), look: lookOf(cell) });
    }
    while (cells.at(-1)?.letter === " ") cells.pop();
    return cells;
  }
}

/** A spinner turns ten times a second; here it stands, and what it says beside goes on. */
const still = (letter: string) => letter.replace(/[\u2800-\u28ff]/, "⠹");

function lookOf(cell: IBufferCell): Cell["look"] {
  const colour = cell.isFgPalette() ? cell.getFgColor() % 8 : -1;
  if (colour === GREEN) return cell.isBold() ? "green bold" : "green";
  if (colour === CYAN) return "cyan";
  if (colour === RED) return "red";
  if (cell.isBold()) return "bold";
  return cell.isDim() ? "dim" : "";
}
