import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { send } from "./http";

const checkout = join(import.meta.dirname, "../../..");
const web = join(checkout, "apps/web");

/** The two ways to serve the routes: our own server in front of Next, and `next start` without it. */
export type HostKind = "front door" | "Next alone";
export const hostKinds: HostKind[] = ["front door", "Next alone"];

export const AUTH_SECRET = "a secret of the contract tests, 32 characters and more";

export interface RunningServer {
  kind: HostKind;
  url: string;
  process: ChildProcess;
  /** The file with everything that it printed. */
  log: string;
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>;
}

/** @throws with what to do when the production build is not there. */
export function requireBuild(): void {
  for (const file of ["dist/server.js", "dist/admin.js", ".next/BUILD_ID"]) {
    if (!existsSync(join(web, file))) {
      throw new Error(
        `apps/web/${file} is missing: the contract runs against the production build. Run "npm run build" first.`,
      );
    }
  }
}

export interface ServerOptions {
  runDir: string;
  name: string;
  env: Record<string, string>;
  /** A free one by default. */
  port?: number;
}

/**
 * Starts one server as a process of its own. Everything that it prints goes to `name`.log in `runDir`, for the test
 * that reads the logs afterwards; one of the same name goes on in its log and data. It may not be ready yet: see
 * `untilReady`.
 */
export async function spawnServer(kind: HostKind, options: ServerOptions): Promise<RunningServer> {
  const { runDir, name, env, port = await freePort() } = options;
  const url = `http://127.0.0.1:${port}`;
  const dataDir = join(runDir, `${name}.data`);
  mkdirSync(dataDir, { recursive: true });
  const log = join(runDir, `${name}.log`);
  const output = openSync(log, "a");
  const child = spawn(process.execPath, commandOf(kind, port), {
    cwd: kind === "front door" ? checkout : web,
    stdio: ["ignore", output, output],
    env: {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, NEXT_TELEMETRY_DISABLED: "1" },
      ...{ PORT: String(port), PUBLIC_URL: url, DATA_DIR: dataDir, LOG_LEVEL: "trace", AUTH_SECRET },
      DATABASE_CONNECTIONS: "10",
      ...env,
      NODE_ENV: "production",
    },
  });
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const stop = () => {
    child.kill("SIGTERM");
    return exited;
  };
  return { kind, url, process: child, log, stop };
}

/** Waits until `/readyz` says that logins are served. */
export const untilReady = (server: RunningServer) => until(server, "/readyz");

/** Waits until the process answers. */
export const untilHealthy = (server: RunningServer) => until(server, "/healthz");

async function until({ url, process, log }: RunningServer, path: string): Promise<void> {
  for (const deadline = Date.now() + 60_000; ; await sleep(50)) {
    const status = await send(url, "GET", path).then(
      (reply) => reply.status,
      () => 0,
    );
    if (status === 200) return;
    if (process.exitCode !== null || Date.now() > deadline) {
      throw new Error(
        `${path} is not 200. The server's log ends:\n${readFileSync(log, "utf8").slice(-2_000)}`,
      );
    }
  }
}

function commandOf(kind: HostKind, port: number): string[] {
  if (kind === "front door") return [join(web, "dist/server.js")];
  const next = createRequire(join(web, "package.json")).resolve("next/dist/bin/next");
  return [next, "start", "--port", String(port), "--hostname", "127.0.0.1"];
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("No port")),
      );
    });
  });
}
