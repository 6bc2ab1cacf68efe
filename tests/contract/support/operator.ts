import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Host } from "./hosts";
import { AUTH_SECRET } from "./server";

const program = join(import.meta.dirname, "../../../apps/web/dist/admin.js");

/** The operator's command on a host's database; what it printed as JSON, if it did. Rejects when it is refused. */
export async function operate({ databaseUrl }: Host, ...args: string[]): Promise<unknown> {
  const env = { PATH: process.env.PATH, DATABASE_URL: databaseUrl, AUTH_SECRET, NODE_ENV: "production" };
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args], { env });
  return stdout && JSON.parse(stdout);
}
