import { fork } from "node:child_process";
import { mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@alprina/contract-tests/support/server";
import type { Program } from "./programs";

const checkout = join(import.meta.dirname, "../..");
const profiles = join(checkout, "bench/results/profile");

export const AUTH_SECRET = "a secret of the bench, of 32 characters and more";

export interface OursOptions {
  name: string;
  databaseUrl: string;
  poolSize: number;
  /** A folder for its data and its log. */
  runDir: string;
  profile?: boolean;
}

/**
 * Our server as `npm start` runs it: the production build, in a process of its own, with all that it does on the
 * side. Only its limits are raised, as the contract says for benches (§7), and it believes the addresses that the
 * load names, as behind a proxy: many command lines do not come from one address.
 */
export async function startOurs({
  name,
  databaseUrl,
  poolSize,
  runDir,
  profile,
}: OursOptions): Promise<Program> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const dataDir = join(runDir, `${name}.data`);
  // Rows of one run use the name again, one after the other.
  mkdirSync(dataDir, { recursive: true });
  const log = join(runDir, `${name}.log`);
  const output = openSync(log, "a");
  const child = fork(join(checkout, "apps/web/dist/server.js"), {
    cwd: checkout,
    stdio: ["ignore", output, output, "ipc"],
    execArgv: profile
      ? ["--cpu-prof", `--cpu-prof-dir=${profiles}`, `--cpu-prof-name=${name}-${Date.now()}.cpuprofile`]
      : [],
    env: {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "production" },
      ...{ NEXT_TELEMETRY_DISABLED: "1", DATA_DIR: dataDir, AUTH_SECRET, TRUSTED_PROXIES: "127.0.0.1" },
      ...{ PORT: new URL(url).port, HOST: "127.0.0.1", PUBLIC_URL: url },
      ...{ DATABASE_URL: databaseUrl, DATABASE_CONNECTIONS: String(poolSize), LIMIT_FACTOR: "1000000" },
      // As long as the peers' codes: none may run out while the clock runs.
      DEVICE_CODE_TTL_SECONDS: "1800",
    },
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = () => {
    child.kill("SIGTERM");
    return ended;
  };
  for (const deadline = Date.now() + 60_000; ; await sleep(50)) {
    const ready = await fetch(`${url}/readyz`).catch(() => undefined);
    if (ready?.status === 200) return { name, url, pid: child.pid ?? -1, stop };
    if (child.exitCode !== null || Date.now() > deadline) {
      throw new Error(`Our server is not ready. Its log ends:\n${readFileSync(log, "utf8").slice(-2_000)}`);
    }
  }
}
