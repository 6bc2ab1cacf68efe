import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";

const MAX_BYTES = 48 * 1024;

/** A picture for pages of ours, small enough to be sent with one. */
export interface Picture {
  type: "image/png" | "image/jpeg" | "image/webp" | "image/svg+xml";
  bytes: Buffer;
}

/** The file is no picture that a page could show. The message says what is the matter with it. */
export class PictureError extends Error {
  override name = "PictureError";
}

/**
 * The picture in `file`, seen from `folder`. What it is, its first bytes say and not its name.
 * @throws PictureError when it cannot be read, is larger than 48 KB or no PNG, JPEG, WebP or SVG.
 */
export function readPicture(file: string, folder: string): Picture {
  const bytes = read(resolve(folder, file), file);
  const type = typeOf(bytes);
  if (!type) throw new PictureError(`${file} is no PNG, JPEG, WebP or SVG.`);
  return { type, bytes };
}

/** As it stands in a page itself. */
export function toDataUrl({ type, bytes }: Picture): string {
  return `data:${type};base64,${bytes.toString("base64")}`;
}

function read(path: string, named: string): Buffer {
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES) {
      throw new PictureError(`${named} has ${Math.ceil(size / 1024)} KB. A logo may have 48 KB at most.`);
    }
    return readFileSync(path);
  } catch (error) {
    if (error instanceof PictureError) throw error;
    throw new PictureError(`The logo ${named} cannot be read: ${(error as Error).message}.`);
  }
}

const SVG =
  /^\ufeff?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s/>]/i;

function typeOf(bytes: Buffer): Picture["type"] | undefined {
  const starts = (hex: string, at = 0) => bytes.subarray(at, at + hex.length / 2).toString("hex") === hex;
  if (starts("89504e470d0a1a0a")) return "image/png";
  if (starts("ffd8ff")) return "image/jpeg";
  if (starts("52494646") && starts("57454250", 8)) return "image/webp";
  return SVG.test(bytes.toString("utf8")) ? "image/svg+xml" : undefined;
}
