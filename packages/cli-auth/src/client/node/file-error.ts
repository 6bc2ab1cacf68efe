/** A file of ours that cannot be used. The message names it and says what to do; the file is left as it was. */
export class FileError extends Error {
  override readonly name = "FileError";
  readonly file: string;

  constructor(message: string, file: string, cause?: unknown) {
    super(message, { cause });
    this.file = file;
  }
}

/** The sentence for what the operating system refused. */
export function fileErrorOf(what: string, file: string, cause: unknown): FileError {
  const code = errorCode(cause);
  const isFull = code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG";
  const why =
    code === "EACCES" || code === "EPERM"
      ? "permission denied. Check who owns it and its folder"
      : code === "EROFS"
        ? "the disk is read-only"
        : isFull
          ? "there is no room for it on the disk"
          : cause instanceof Error
            ? cause.message
            : String(cause);
  return new FileError(`${file} cannot be ${what}: ${why}.`, file, cause);
}

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
