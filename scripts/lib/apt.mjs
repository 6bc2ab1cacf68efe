import { existsSync } from "node:fs";
import { spawnSync } from "node:child_process";

const INSTALL_WITHIN_MS = 240_000;

/** Once a run is enough. */
let isUpdated = false;

/** Installs Debian's packages where that is possible: as root, on a machine that has apt. Else does nothing. */
export function aptInstall(packages) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  if (!isUpdated) quietly("apt-get", ["update", "-q"]);
  isUpdated = true;
  quietly("apt-get", ["install", "-q", "-y", "--no-install-recommends", ...packages]);
}

/** Where one way is closed the next is tried, and what the first printed would only frighten. */
export function quietly(command, args) {
  return spawnSync(command, args, {
    stdio: "ignore",
    timeout: INSTALL_WITHIN_MS,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}
