import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { AdminError } from "./explain";

const MAX_BYTES = 48 * 1024;

/**
 * The picture in `file` as a `data:` URL. What it is, its first bytes say and not its name.
 * @throws AdminError when it cannot be read, is larger than 48 KB or no PNG, JPEG, WebP or SVG.
 */
export function readLogo(file: string, folder: string): string {
  const bytes = read(resolve(folder, file), file);
  const type = typeOf(bytes);
  if (!type) throw new AdminError(`${file} is no PNG, JPEG, WebP or SVG.`);
  return `data:${type};base64,${bytes.toString("base64")}`;
}

function read(path: string, named: string): Buffer {
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES) {
      throw new AdminError(`${named} has ${Math.ceil(size / 1024)} KB. A logo may have 48 KB at most.`);
    }
    return readFileSync(path);
  } catch (error) {
    if (error instanceof AdminError) throw error;
    throw new AdminError(`The logo ${named} cannot be read: ${(error as Error).message}.`);
  }
}

const SVG =
  /^\ufeff?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s/>]/i;

function typeOf(bytes: Buffer): string | undefined {
  const starts = (hex: string, at = 0) => bytes.subarray(at, at + hex.length / 2).toString("hex") === hex;
  if (starts("89504e470d0a1a0a")) return "image/png";
  if (starts("ffd8ff")) return "image/jpeg";
  if (starts("52494646") && starts("57454250", 8)) return "image/webp";
  return SVG.test(bytes.toString("utf8")) ? "image/svg+xml" : undefined;
}
