import pc from "picocolors";

import type { CliEnv } from "./env";

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
}

export function createTerminal(env: CliEnv): Terminal {
  const { stdout, stderr } = process;
  // `alprina devices | head -1`: the reader has had enough, which is no failure.
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  const colorsOf = (stream: NodeJS.WriteStream) =>
    pc.createColors(!env.noColor && (env.forceColor || (stream.isTTY && !env.dumbTerminal)));
  const colors = colorsOf(stderr);
  const say = (line = "") => void stderr.write(`${line}\n`);
  return {
    data: (line) => void stdout.write(`${line}\n`),
    say,
    success: (line) => say(`${colors.green("✓")} ${line}`),
    warn: (line) => say(`${colors.yellow("!")} ${line}`),
    error: (message, hint) => {
      say(`${colors.red("✗")} ${message}`);
      if (hint) say(`  ${colors.dim(hint)}`);
    },
    colors,
    dataColors: colorsOf(stdout),
    animated: stderr.isTTY && !env.ci && !env.dumbTerminal,
  };
}

/** Our mark: a prompt with a green cursor, as in the browser's tab and on its pages. */
export function mark(colors: Colors): string {
  return colors.bold(">") + colors.bold(colors.green("_"));
}

/** `Name   value` lines with the values in one column. */
export function facts(rows: [name: string, value: string][], colors: Colors): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${colors.dim(name.padEnd(width))}   ${value}`);
}
