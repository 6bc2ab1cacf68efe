import { chownSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** The account that PostgreSQL runs as when we are root, which it refuses to be. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/** Whom to run PostgreSQL as: nobody else (`undefined`) for an ordinary user; for root an account without rights. */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  const account = ["postgres", "nobody"]
    .map((name) => accounts.find((candidate) => candidate.name === name))
    .find((candidate) => candidate !== undefined);
  if (!account) {
    throw new Error(
      "PostgreSQL does not run as root, and this machine has neither a 'postgres' nor a 'nobody' user. " +
        "Start as an ordinary user, or set DATABASE_URL.",
    );
  }
  return account;
}

/** Whether an account other than the owner can get to `path`: every folder above it must let others pass. */
export function othersCanReach(path: string): boolean {
  let current = realpathSync(nearestExisting(path));
  for (;;) {
    if ((statSync(current).mode & 0o001) === 0) return false;
    const parent = dirname(current);
    if (parent === current) return true;
    current = parent;
  }
}

export function giveTo(account: Account | undefined, path: string): void {
  if (account) chownSync(path, account.uid, account.gid);
}

function nearestExisting(path: string): string {
  try {
    statSync(path);
    return path;
  } catch {
    return nearestExisting(dirname(path));
  }
}
