import { chmod, readFile, stat } from "node:fs/promises";
// @ts-expect-error The package ships no types; `writeAtomically` below is its signature.
import writeFileAtomic from "write-file-atomic";
import type { z } from "zod";

import { errorCode, FileError, fileErrorOf } from "./file-error";
import { withFileLock } from "./file-lock";

const writeAtomically = writeFileAtomic as (
  file: string,
  data: string,
  options: { mode: number },
) => Promise<void>;

const PRIVATE = 0o600;

/**
 * A JSON file that only its owner may read.
 * @returns `undefined` when there is none.
 * @throws {FileError} unreadable, not JSON, or of another shape.
 */
export async function readPrivateJson<T>(file: string, schema: z.ZodType<T>): Promise<T | undefined> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
    await closeToOthers(file);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw fileErrorOf("read", file, error);
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new FileError(
      `${file} is damaged, so nothing was changed. Repair it, or move it away and sign in again.`,
      file,
      cause,
    );
  }
}

/**
 * Reads, changes and writes such a file as one step, also against other processes. Readers see the old text or
 * the new one, never half of either. Its folder is made if need be, for the owner alone.
 * @throws {FileError} nothing was written.
 */
export async function updatePrivateJson<T>(
  file: string,
  schema: z.ZodType<T>,
  change: (current: T | undefined) => T,
): Promise<void> {
  await withFileLock(file, async () => {
    const next = change(await readPrivateJson(file, schema));
    try {
      await writeAtomically(file, `${JSON.stringify(next, null, 2)}\n`, { mode: PRIVATE });
    } catch (error) {
      throw fileErrorOf("written", file, error);
    }
  });
}

/** Somebody copied or restored it with wider permissions: narrow them, if the system lets us. */
async function closeToOthers(file: string): Promise<void> {
  const { mode } = await stat(file);
  if (process.platform !== "win32" && (mode & 0o077) !== 0) await chmod(file, PRIVATE).catch(() => undefined);
}
