import { createInterface } from "node:readline";
import type { Terminal } from "./terminal";

/** Asks the operator, on stderr. True for yes; anything else, the end of the input too, is no. */
export async function confirm({ colors }: Terminal, question: string): Promise<boolean> {
  process.stderr.write(`${colors.yellow("?")} ${question} ${colors.dim("[y/N]")} `);
  // Not readline's own editing: in the terminal's, Ctrl-C stays a signal.
  const lines = createInterface({ input: process.stdin, terminal: false });
  const answer = await new Promise<string>((resolve) => {
    lines.once("line", resolve);
    lines.once("close", () => resolve(""));
  });
  lines.close();
  return /^y(es)?$/i.test(answer.trim());
}
