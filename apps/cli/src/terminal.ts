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
  const colorsOf = ({ isTTY }: NodeJS.WriteStream) =>
    // Asked with undefined, picocolors would decide by itself, and colour what a CI job pipes.
    pc.createColors(!env.noColor && (env.forceColor || (Boolean(isTTY) && !env.dumbTerminal)));
  const widthOf = (stream: NodeJS.WriteStream) => (stream.isTTY && stream.columns) || Infinity;
  const err = once(() => {
    const stderr = forgiving(process.stderr);
    return { stderr, colors: colorsOf(stderr), columns: widthOf(stderr) };
  });
  const out = once(() => {
    const stdout = forgiving(process.stdout);
    return { stdout, colors: colorsOf(stdout), columns: widthOf(stdout) };
  });
  const write = (text: string) => void err().stderr.write(`${text}\n`);
  const say = (line = "") => (quiet ? undefined : write(wrap(line, err().columns)));
  const [tick, cross] = env.unicode ? ["✓", "✗"] : ["ok", "x"];
  return {
    data: (line) => void out().stdout.write(`${line}\n`),
    say,
    success: (line) => say(`${err().colors.green(tick)} ${line}`),
    warn: (line) => say(`${err().colors.yellow("!")} ${line}`),
    error: (message, hint) => {
      const { colors, columns } = err();
      write(wrap(`${colors.red(cross)} ${message}`, columns));
      if (hint) write(wrap(`  ${colors.dim(hint)}`, columns));
    },
    get colors() {
      return err().colors;
    },
    get columns() {
      return err().columns;
    },
    get animated() {
      return err().stderr.isTTY && !env.ci && !env.dumbTerminal && !quiet;
    },
    get rows() {
      const { stderr } = err();
      return (stderr.isTTY && stderr.rows) || Infinity;
    },
    get dataColors() {
      return out().colors;
    },
    get dataColumns() {
      return out().columns;
    },
    unicode: env.unicode,
  };
}

/** Made when it is asked for the first time: Node takes its time for a stream, and most commands need one of the two. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** `alprina devices | head -1`: the reader has had enough, which is no failure. */
export function forgiving<T extends NodeJS.WriteStream>(stream: T): T {
  if (stream.listenerCount("error") === 0) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  return stream;
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
