// By this name it is loaded when it is used, which reading a key does not.
import { promises as fs } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";

import { sleep } from "../abort";
import { errorCode, FileError, fileErrorOf } from "./file-error";

const RETRY_MS = 25;
const SLOW_RETRY_MS = 250;
/** A holder shows that often that it is alive, so one that was killed is known by its silence. */
const BEAT_MS = 2_000;
const STALE_MS = 10_000;
const GIVE_UP_MS = 15_000;

export interface LockOptions {
  signal?: AbortSignal;
  /** Told once when somebody else holds it. */
  onWait?: () => void;
  /** For as long as it takes, and not for a few seconds: the holder waits for a person. */
  patient?: boolean;
}

/**
 * Runs `work` while no other process does the same for this file: two command lines that sign in at once must
 * not lose each other's key. The lock is a file beside it.
 * @throws {FileError} the folder cannot be written, or somebody keeps the lock.
 */
export async function withFileLock<T>(
  file: string,
  work: () => Promise<T>,
  { signal, onWait, patient = false }: LockOptions = {},
): Promise<T> {
  const lock = `${file}.lock`;
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), id: crypto.randomUUID() });
  // The mode counts for folders that this creates; an existing one belongs to whoever made it.
  await fs.mkdir(path.dirname(file), { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw fileErrorOf("written", file, error);
  });
  const startedMs = performance.now();
  let isWaiting = false;
  while (!(await take(lock, mine))) {
    const waitedMs = performance.now() - startedMs;
    if (!patient && waitedMs > GIVE_UP_MS) {
      throw new FileError(`Another process holds ${lock}. If none is running, delete it.`, lock);
    }
    if (await breakIfStale(lock)) continue;
    if (!isWaiting) onWait?.();
    isWaiting = true;
    await sleep(waitedMs > 1_000 ? SLOW_RETRY_MS : RETRY_MS, signal);
  }
  const beat = setInterval(
    () => void fs.utimes(lock, new Date(), new Date()).catch(() => undefined),
    BEAT_MS,
  );
  beat.unref();
  try {
    // `work` hears of an abort by itself: what it has begun to store, it ends.
    return await work();
  } finally {
    clearInterval(beat);
    // Only its own: while this machine slept, somebody may have taken it for dead and the lock for free.
    if ((await fs.readFile(lock, "utf8").catch(() => "")) === mine) await fs.rm(lock, { force: true });
  }
}

async function take(lock: string, mine: string): Promise<boolean> {
  try {
    const handle = await fs.open(lock, "wx", 0o600);
    try {
      await handle.writeFile(mine);
    } catch (error) {
      await fs.rm(lock, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    // EPERM: Windows, while the holder is deleting it.
    if (errorCode(error) === "EEXIST" || (errorCode(error) === "EPERM" && process.platform === "win32")) {
      return false;
    }
    throw fileErrorOf("created", lock, error);
  }
}

/** Whether the lock was left behind, and is out of the way now. */
async function breakIfStale(lock: string): Promise<boolean> {
  if (!(await isStale(lock))) return false;
  // Of two that find it stale, the second must not remove what the first has taken since: one looks at a time.
  const turn = `${lock}.break`;
  if (!(await take(turn, ""))) {
    if (await isOld(turn)) await fs.rm(turn, { force: true });
    return false;
  }
  try {
    if (!(await isStale(lock))) return false;
    await fs.rm(lock, { force: true });
    return true;
  } finally {
    await fs.rm(turn, { force: true });
  }
}

async function isStale(lock: string): Promise<boolean> {
  return (await isOld(lock)) || (await isHolderGone(lock));
}

async function isOld(lock: string): Promise<boolean> {
  const found = await fs.stat(lock).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > STALE_MS;
}

/** Killed without a chance to clean up, on this machine: no need to wait for its silence. */
async function isHolderGone(lock: string): Promise<boolean> {
  try {
    const { pid, host } = JSON.parse(await fs.readFile(lock, "utf8")) as { pid?: unknown; host?: unknown };
    if (typeof pid !== "number" || host !== hostname()) return false;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return errorCode(error) === "ESRCH";
  }
}
