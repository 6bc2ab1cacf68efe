import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { errorCode, FileError, fileErrorOf } from "./file-error";

const RETRY_MS = 25;
/** Held for a read and a write; whoever holds it longer was killed in between. */
const STALE_MS = 10_000;
const GIVE_UP_MS = 15_000;

/**
 * Runs `work` while no other process does the same for this file: two command lines that sign in at once must
 * not lose each other's key. The lock is a file beside it.
 * @throws {FileError} the folder cannot be written, or somebody keeps the lock.
 */
export async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = `${file}.lock`;
  // The mode counts for folders that this creates; an existing one belongs to whoever made it.
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw fileErrorOf("written", file, error);
  });
  const giveUpAtMs = performance.now() + GIVE_UP_MS;
  while (!(await take(lock))) {
    if (performance.now() > giveUpAtMs) {
      throw new FileError(`Another process holds ${lock}. If none is running, delete it.`, lock);
    }
    await breakIfStale(lock);
    await pause(RETRY_MS);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    const handle = await open(lock, "wx", 0o600);
    await handle.close();
    return true;
  } catch (error) {
    // EPERM: Windows, while the holder is deleting it.
    if (errorCode(error) === "EEXIST" || (errorCode(error) === "EPERM" && process.platform === "win32")) {
      return false;
    }
    throw fileErrorOf("created", lock, error);
  }
}

async function breakIfStale(lock: string): Promise<void> {
  const { mtimeMs } = await stat(lock).catch(() => ({ mtimeMs: Date.now() }));
  if (Date.now() - mtimeMs < STALE_MS) return;
  // Renamed, not deleted: of two that find it stale at once, only one gets it out of the way.
  const grave = `${lock}.${process.pid}`;
  await rename(lock, grave).catch(() => undefined);
  await rm(grave, { force: true });
}
