import { existsSync } from "node:fs";
import { aptInstall } from "./apt.mjs";
import { fail } from "./steps.mjs";

const known = ["/usr/bin/redis-server", "/usr/local/bin/redis-server", "/opt/homebrew/bin/redis-server"];

/** A Redis for the tests: the one of the system, or else Debian's, installed now where that is possible. */
export function ensureRedis() {
  const found = findRedis();
  if (found) return found;
  process.stderr.write("· Installing redis-server for the tests …\n");
  aptInstall(["redis-server"]);
  return (
    findRedis() ??
    fail(
      "The tests need a Redis, and it could not be installed. As root: apt-get install redis-server. Elsewhere install Redis by your system's own means, or name its redis-server in REDIS_SERVER_PATH.",
    )
  );
}

function findRedis() {
  return [process.env.REDIS_SERVER_PATH, ...known].find((path) => path && existsSync(path));
}
