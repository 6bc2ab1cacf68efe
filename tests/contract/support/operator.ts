import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Host } from "./hosts";
import { AUTH_SECRET } from "./server";

const program = join(import.meta.dirname, "../../../apps/web/dist/admin.js");

/** The operator's command on a host's database; what it printed as data. Rejects when it is refused. */
export async function operatorReads({ databaseUrl }: Host, ...args: string[]): Promise<string> {
  const env = { PATH: process.env.PATH, DATABASE_URL: databaseUrl, AUTH_SECRET, NODE_ENV: "production" };
  return (await promisify(execFile)(process.execPath, [program, ...args], { env })).stdout;
}

/** The same, where it prints JSON or nothing. */
export async function operate(host: Host, ...args: string[]): Promise<unknown> {
  const printed = await operatorReads(host, ...args);
  return printed && JSON.parse(printed);
}
