import { fork } from "node:child_process";
import { join } from "node:path";

/** A process that is told something and answers once for each telling. */
export interface Answerer<Question, Answer> {
  pid: number;
  ask(question: Question): Promise<Answer>;
  stop(): void;
}

/** Starts `file` of the bench. What it answers as `{ error }` rejects. */
export function startAnswerer<Question extends object, Answer extends object>(
  file: string,
  env: Record<string, string> = {},
): Answerer<Question, Answer> {
  const child = fork(join(import.meta.dirname, "..", file), {
    // What we run under ourselves reads TypeScript.
    execArgv: file.endsWith(".ts") ? process.execArgv : [],
    env: { PATH: process.env.PATH, NODE_ENV: "production", ...env },
  });
  return {
    pid: child.pid ?? -1,
    ask: (question) =>
      new Promise((resolve, reject) => {
        const onExit = () => reject(new Error(`${file} ended in the middle of its work`));
        child.once("exit", onExit);
        child.once("message", (answer: Answer | { error: string }) => {
          child.off("exit", onExit);
          if ("error" in answer) reject(new Error(answer.error));
          else resolve(answer);
        });
        child.send(question);
      }),
    stop: () => child.disconnect(),
  };
}
