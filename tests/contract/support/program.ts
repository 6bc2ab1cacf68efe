import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** One line that a program says. */
export type Line = Record<string, unknown>;

/** A client that runs as a process of its own, and says what happens to it in lines of JSON. */
export interface Program {
  lines: Line[];
  /** The first line, said or to come, with a field of that name. */
  lineWith(field: string): Promise<Line>;
  /** All lines, when it has ended well. */
  ended: Promise<Line[]>;
  kill(): void;
}

export function run(command: string, args: string[]): Program {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  const lines: Line[] = [];
  const waiting = new Set<() => void>();
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const output = createInterface(child.stdout);
  output.on("line", (text) => {
    lines.push(JSON.parse(text) as Line);
    for (const look of waiting) look();
  });
  const ended = new Promise<Line[]>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve(lines);
      else reject(new Error(`${command} ${args[0]} ended with ${code}:\n${errors}`));
    });
  });
  return {
    lines,
    ended,
    kill: () => void child.kill("SIGKILL"),
    lineWith: (field) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const line = lines.find((one) => field in one);
          if (line) resolve(line);
        };
        waiting.add(look);
        look();
        ended.then(() => reject(new Error(`${args[0]} ended without saying ${field}`)), reject);
      }),
  };
}
