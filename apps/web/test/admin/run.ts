import { spawn } from "node:child_process";
import { join } from "node:path";

const program = join(import.meta.dirname, "../../dist/admin.js");

export const AUTH_SECRET = "a secret of the operator, 32 characters and more";

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The operator's command at no terminal, with this environment and nothing else. */
export function runAdmin(args: string[], env: Record<string, string | undefined>): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env.PATH, HOME: "/nonexistent", NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended: Ended = { code: null, stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (ended.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (ended.stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ ...ended, code }));
  });
}

/** What it does on one database, and what it printed when that was JSON. */
export function operatorOf(databaseUrl: string) {
  const run = (...args: string[]) => runAdmin(args, { DATABASE_URL: databaseUrl, AUTH_SECRET });
  return {
    run,
    async json<T>(...args: string[]): Promise<T> {
      const { code, stdout, stderr } = await run(...args, "--json");
      if (code !== 0) throw new Error(stderr);
      return JSON.parse(stdout) as T;
    },
  };
}
