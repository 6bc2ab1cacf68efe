import { createHash, randomBytes } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { othersCanReach, postgresAccount } from "./account";

/**
 * Where the embedded database and the generated secrets live: `configured` if given, else `.data` in the
 * checkout, else (for root, when PostgreSQL's account could not reach that) a folder under /var/lib.
 * The folder exists afterwards.
 * @throws when `configured` is out of that account's reach.
 */
export function prepareDataDir(checkout: string, configured?: string): string {
  const asRoot = postgresAccount() !== undefined;
  let folder = configured ? resolve(configured) : join(checkout, ".data");
  if (asRoot && !othersCanReach(configured ? resolve(folder, "..") : checkout)) {
    if (configured) {
      throw new Error(
        `DATA_DIR=${configured} lies in a folder that only root may enter, and PostgreSQL does not run as root. ` +
          "Choose one such as /var/lib/alprina, or start as an ordinary user.",
      );
    }
    folder = join(
      "/var/lib/alprina-device-login",
      createHash("sha256").update(checkout).digest("hex").slice(0, 8),
    );
  }
  mkdirSync(folder, { recursive: true });
  // As root, PostgreSQL's account passes through to its own folder; the secrets beside it are 0600.
  chmodSync(folder, asRoot ? 0o711 : 0o700);
  return folder;
}

/**
 * The secret called `name` in `dataDir`: 32 random bytes in base64url, made at the first call, kept in a file
 * that only its owner reads. Processes that call at once get the same one.
 */
export function readOrCreateSecret(dataDir: string, name: string): string {
  const folder = join(dataDir, "secrets");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, name);
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  // Written whole beside it, then linked: a link fails where a file stands, so the first writer wins, and a
  // process that dies in between leaves no half a secret.
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    unlinkSync(draft);
  }
  return readFileSync(file, "utf8").trim();
}
