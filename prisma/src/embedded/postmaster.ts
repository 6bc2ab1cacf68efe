import {
  existsSync,
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
  const left = readPostmaster(clusterDir);
  if (!left || (isAlive(left.pid) && isPostgres(left.pid))) return;
  const deadline = Date.now() + GONE_WITHIN_MS;
  while (hasProcessesIn(clusterDir)) {
    if (Date.now() > deadline) {
      throw new Error(
        `Processes of a PostgreSQL that was killed still hold ${clusterDir}. End them, then start again.`,
      );
    }
    await sleep(50);
  }
  rmSync(join(clusterDir, "postmaster.pid"), { force: true });
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
 * Who answers for stopping the server. A process that was killed cannot, so the next one that finds the server
 * running takes it over; a second one beside a living owner only borrows it.
 */
export class Ownership {
  private readonly file: string;

  constructor(dataDir: string) {
    this.file = join(dataDir, "postgres.owner");
  }

  /** Takes it over, unless a living process has it. */
  claim(): void {
    const owner = this.owner();
    if (owner !== undefined && owner !== process.pid && isAlive(owner)) return;
    writeFileSync(this.file, String(process.pid));
  }

  get isOurs(): boolean {
    return this.owner() === process.pid;
  }

  release(): void {
    if (this.isOurs) rmSync(this.file, { force: true });
  }

  private owner(): number | undefined {
    return existsSync(this.file) ? Number(readFileSync(this.file, "utf8")) : undefined;
  }
}
