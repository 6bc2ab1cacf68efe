import { chmodSync, readFileSync, statSync } from "node:fs";

import type { Shape } from "../shape";
import { errorCode, FileError, fileErrorOf } from "./file-error";
import { withFileLock } from "./file-lock";

const PRIVATE = 0o600;

/**
 * A JSON file that only its owner may read.
 * @returns `undefined` when there is none.
 * @throws {FileError} unreadable, not JSON, or of another shape.
 */
export async function readPrivateJson<T>(file: string, shape: Shape<T>): Promise<T | undefined> {
  let text: string;
  try {
    // At once: it is small and near, and the other way is a tenth of a start.
    text = readFileSync(file, "utf8");
    closeToOthers(file);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw fileErrorOf("read", file, error);
  }
  const parsed = parse(text, shape);
  if (parsed?.success) return parsed.data;
  throw new FileError(
    `${file} is damaged, so nothing was changed. Repair it, or move it away and sign in again.`,
    file,
  );
}

/**
 * Reads, changes and writes such a file as one step, also against other processes. Readers see the old text or
 * the new one, never half of either. Its folder is made if need be, for the owner alone.
 * @throws {FileError} nothing was written.
 */
export async function updatePrivateJson<T>(
  file: string,
  shape: Shape<T>,
  change: (current: T | undefined) => T | Promise<T>,
): Promise<void> {
  await withFileLock(file, async () => {
    const next = await change(await readPrivateJson(file, shape));
    try {
      await writeAtomically(file, `${JSON.stringify(next, null, 2)}\n`);
    } catch (error) {
      throw fileErrorOf("written", file, error);
    }
  });
}

/** Beside it, to the disk, then into its place. Made with its mode: a chmod would leave a moment for others to read. */
async function writeAtomically(file: string, text: string): Promise<void> {
  const { open, rename, rm, realpath } = await import("node:fs/promises");
  // Who keeps their settings elsewhere by a link goes on to do so.
  const target = await realpath(file).catch(() => file);
  const draft = `${target}.${process.pid}.draft`;
  try {
    const handle = await open(draft, "w", PRIVATE);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function parse<T>(text: string, shape: Shape<T>) {
  try {
    return shape.safeParse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Somebody copied or restored it with wider permissions: narrow them, if the system lets us. */
function closeToOthers(file: string): void {
  if (process.platform === "win32" || (statSync(file).mode & 0o077) === 0) return;
  try {
    chmodSync(file, PRIVATE);
  } catch {
    // Somebody else's file, which can be read: no reason to stop.
  }
}
