import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** What a running PostgreSQL says of itself in its data folder. */
export interface Postmaster {
  pid: number;
  port: number;
}

const GONE_WITHIN_MS = 20_000;

export function readPostmaster(clusterDir: string): Postmaster | undefined {
  const file = join(clusterDir, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/** Whether a process runs. One that has ended and that nobody has collected yet does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return !stateOf(pid).startsWith("Z");
}

/**
 * Clears the way for a start after a crash. PostgreSQL refuses to start while the number in postmaster.pid is
 * anybody's, which after a restart of the machine may be some other program, and after a kill in a container a
 * process that nobody collects. Its own processes of the last run must have ended first: they still write.
 */
export async function forgetDeadPostmaster(clusterDir: string): Promise<void> {
  for (const deadline = Date.now() + GONE_WITHIN_MS; ; await sleep(50)) {
    const left = readPostmaster(clusterDir);
    if (!left || (isAlive(left.pid) && isPostgres(left.pid))) return;
    if (!hasProcessesIn(clusterDir)) {
      // Another start may have been here meanwhile: its file stays.
      if (readPostmaster(clusterDir)?.pid === left.pid) rmSync(join(clusterDir, "postmaster.pid"));
      return;
    }
    if (Date.now() > deadline) {
      throw new Error(
        `Processes of a PostgreSQL that was killed still hold ${clusterDir}. End them, then start again.`,
      );
    }
  }
}

function isPostgres(pid: number): boolean {
  const { stdout, error } = spawnSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" });
  // Without `ps` nothing can tell: leave the file, and let PostgreSQL say what it thinks.
  return error !== undefined || /postgres\s*$/.test(stdout);
}

function stateOf(pid: number): string {
  const { stdout, error } = process.platform === "linux" ? procState(pid) : psState(pid);
  return error ? "" : stdout.trim();
}

function psState(pid: number) {
  return spawnSync("ps", ["-o", "state=", "-p", String(pid)], { encoding: "utf8" });
}

function procState(pid: number): { stdout: string; error?: unknown } {
  try {
    return { stdout: readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "") };
  } catch (error) {
    return { stdout: "", error };
  }
}

/** Whether any process works in this folder, as each of PostgreSQL's does. Only Linux can tell. */
function hasProcessesIn(folder: string): boolean {
  if (process.platform !== "linux") return false;
  const real = realpathSync(folder);
  return readdirSync("/proc").some((entry) => /^\d+$/.test(entry) && workingFolderOf(entry) === real);
}

function workingFolderOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    // It ended meanwhile, or is another user's and so none of ours.
    return undefined;
  }
}

/**
 * Who uses the server, a file each; the last to leave stops it. A process that was killed cannot leave, so it does
 * not count: its file says when it began, because its number may be some other program's by now.
 */
export class Users {
  private readonly folder: string;
  private readonly own: string;

  constructor(dataDir: string) {
    this.folder = join(dataDir, "postgres.users");
    this.own = join(this.folder, String(process.pid));
  }

  /** Before the server is looked for: whoever stops it at that moment must see us, or we see that it is gone. */
  join(): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    writeFileSync(this.own, beganAt(process.pid));
  }

  /** Whether nobody else is left. */
  leave(): boolean {
    rmSync(this.own, { force: true });
    const others = readdirSync(this.folder).filter((pid) => this.isThere(pid));
    return others.length === 0;
  }

  private isThere(pid: string): boolean {
    const file = join(this.folder, pid);
    if (isAlive(Number(pid)) && readFileSync(file, "utf8") === beganAt(Number(pid))) return true;
    rmSync(file, { force: true });
    return false;
  }
}

/** When a process began, in the machine's own count; empty where that cannot be told. */
function beganAt(pid: number): string {
  if (process.platform !== "linux") return "";
  // The 22nd field of proc(5), the 20th after the name, which may hold spaces.
  return procState(pid).stdout.split(" ")[19] ?? "";
}
