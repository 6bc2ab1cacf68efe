import pc from "picocolors";
import type { TerminalEnv } from "./env";
import { facts } from "./layout";

type Colors = ReturnType<typeof pc.createColors>;

/** Data goes to stdout, words to stderr; each has colours only where somebody sees them. */
export interface Terminal {
  /** One line of data. */
  data(line: string): void;
  json(value: unknown): void;
  /** One line for the operator. */
  say(line?: string): void;
  /** Named values for the operator. */
  sayFacts(pairs: [name: string, value: string | string[]][]): void;
  success(line: string): void;
  warn(line: string): void;
  error(message: string): void;
  colors: Colors;
  dataColors: Colors;
  /** Columns of the screen that shows the data; undefined when nobody looks. */
  dataWidth: number | undefined;
  /** Somebody can be asked. */
  isInteractive: boolean;
  typedIn: string;
}

export function createTerminal({ noColor, forceColor, typedIn }: TerminalEnv): Terminal {
  const { stdin, stdout, stderr } = process;
  // `… clients list | head -1`: the reader has had enough, which is no failure.
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  const colorsOf = (stream: NodeJS.WriteStream) =>
    pc.createColors(!noColor && (forceColor || Boolean(stream.isTTY)));
  const colors = colorsOf(stderr);
  const say = (line = "") => void stderr.write(`${line}\n`);
  const data = (line: string) => void stdout.write(`${line}\n`);
  return {
    data,
    json: (value) => data(JSON.stringify(value, null, 2)),
    say,
    sayFacts: (pairs) => {
      const width = stderr.isTTY ? stderr.columns - 2 : undefined;
      for (const line of facts(pairs, width)) say(`  ${line}`);
    },
    success: (line) => say(`${colors.green("✓")} ${line}`),
    warn: (line) => say(`${colors.yellow("!")} ${line}`),
    error: (message) => say(`${colors.red("✗")} ${message}`),
    colors,
    dataColors: colorsOf(stdout),
    dataWidth: stdout.isTTY ? stdout.columns : undefined,
    isInteractive: Boolean(stdin.isTTY && stderr.isTTY),
    typedIn,
  };
}
