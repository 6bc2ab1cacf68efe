import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { adminScript, checkout } from "./build";
import type { Server } from "./server";

/** The operator's command beside a running server, on its own data. What it said; rejects when it is refused. */
export async function operate({ place, url }: Server, ...args: string[]): Promise<string> {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, NODE_ENV: "production", DATA_DIR: place.dataDir, PUBLIC_URL: url };
  const { stderr } = await promisify(execFile)(process.execPath, [adminScript, ...args], {
    cwd: checkout,
    env,
  });
  return stderr;
}
