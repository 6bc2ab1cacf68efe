import pc from "picocolors";

import type { CliEnv } from "./env";
import { wrap } from "./wrap";

type Colors = ReturnType<typeof pc.createColors>;

/** Data goes to stdout, everything else to stderr; each has colours only where somebody sees them. */
export interface Terminal {
  /** One line of data. */
  data(line: string): void;
  /** One line for the person. */
  say(line?: string): void;
  success(line: string): void;
  warn(line: string): void;
  error(message: string, hint?: string): void;
  /** For stderr, and for stdout. */
  colors: Colors;
  dataColors: Colors;
  /** Somebody is looking, and moving things are fine. */
  animated: boolean;
  /** How wide and high it is, where somebody looks; else there is no end to either. */
  columns: number;
  dataColumns: number;
  rows: number;
  unicode: boolean;
}

/** @param quiet a program reads what is on stdout, and nobody the rest. */
export function createTerminal(env: CliEnv, { quiet = false } = {}): Terminal {
  const { stdout, stderr } = process;
  // `alprina devices | head -1`: the reader has had enough, which is no failure.
  const forgiving = (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  };
  for (const stream of [stdout, stderr])
    if (stream.listenerCount("error") === 0) stream.on("error", forgiving);
  // Asked with nothing, picocolors would decide by itself, and colour what a CI job pipes.
  const colorsOf = (stream: NodeJS.WriteStream) =>
    pc.createColors(Boolean(!env.noColor && (env.forceColor || (stream.isTTY && !env.dumbTerminal))));
  const widthOf = (stream: NodeJS.WriteStream) => (stream.isTTY && stream.columns) || Infinity;
  const colors = colorsOf(stderr);
  const columns = widthOf(stderr);
  const write = (text: string) => void stderr.write(`${text}\n`);
  const say = (line = "") => (quiet ? undefined : write(wrap(line, columns)));
  const [tick, cross] = env.unicode ? ["✓", "✗"] : ["ok", "x"];
  return {
    data: (line) => void stdout.write(`${line}\n`),
    say,
    success: (line) => say(`${colors.green(tick)} ${line}`),
    warn: (line) => say(`${colors.yellow("!")} ${line}`),
    error: (message, hint) => {
      write(wrap(`${colors.red(cross)} ${message}`, columns));
      if (hint) write(wrap(`  ${colors.dim(hint)}`, columns));
    },
    colors,
    dataColors: colorsOf(stdout),
    animated: stderr.isTTY && !env.ci && !env.dumbTerminal && !quiet,
    columns,
    dataColumns: widthOf(stdout),
    rows: (stderr.isTTY && stderr.rows) || Infinity,
    unicode: env.unicode,
  };
}

/** Our mark: a prompt with a green cursor, as in the browser's tab and on its pages. */
export function mark(colors: Colors): string {
  return colors.bold(">") + colors.bold(colors.green("_"));
}

const GAP = "   ";

/** `Name   value` lines with the values in one column; each value under its name where that would not fit. */
export function facts(rows: [name: string, value: string][], colors: Colors, columns = Infinity): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  // Sixteen is as much of a value as there has to be room for.
  if (columns < Math.max(width + GAP.length + 16, 60)) {
    return rows.flatMap(([name, value]) => [colors.dim(name), `  ${value}`]);
  }
  return rows.map(([name, value]) => `${colors.dim(name.padEnd(width))}${GAP}${value}`);
}
