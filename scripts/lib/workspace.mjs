import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fail, step } from "./steps.mjs";

/** Everything here runs before any package is there: Node alone. */

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const bin = join(root, "node_modules/.bin");
const { engines, devEngines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** What child processes run with: the workspace's own commands first, and nobody phones home. */
export const environment = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH ?? ""}`,
  TURBO_TELEMETRY_DISABLED: "1",
  NEXT_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  DO_NOT_TRACK: "1",
};

/** Stops with a sentence on a Node that is too old. */
export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const [wantedMajor, wantedMinor] = engines.node.match(/\d+/g).map(Number);
  if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor)) {
    fail(
      `This is Node ${process.versions.node}; Alprina needs ${engines.node}. Get it from https://nodejs.org.`,
    );
  }
}

/** Installs the packages, unless exactly these are there already. */
export async function ensureInstalled() {
  checkNode();
  const stampFile = join(root, "node_modules/.installed");
  const stamp = installStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  const { name, version } = devEngines.packageManager;
  await step("Installing packages", npx, [
    "--yes",
    `${name}@${version}`,
    "install",
    "--frozen-lockfile",
    "--reporter=append-only",
  ]);
  writeFileSync(stampFile, stamp);
}

/** What the installed packages depend on: the lock file, the rules, every manifest, and the kind of machine. */
function installStamp() {
  const hash = createHash("sha256").update(
    `${process.platform} ${process.arch} ${process.versions.modules}\n`,
  );
  for (const file of ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml"]) {
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}

/** Builds what changed. `scope` is a turbo filter; without one, everything. */
export async function build(scope, task = "build") {
  await step("Building", join(bin, "turbo"), [
    "run",
    task,
    "--output-logs=errors-only",
    ...(scope ? [`--filter=${scope}`] : []),
  ]);
}

/** Whether `file` of the checkout is missing, or older than any of these files and folders. */
export function isOutdated(file, sources) {
  const path = join(root, file);
  return !existsSync(path) || newest(sources.map((source) => join(root, source))) > statSync(path).mtimeMs;
}

function newest(paths) {
  return Math.max(
    ...paths.map((path) => {
      const stats = statSync(path);
      return stats.isDirectory() ? newest(readdirSync(path).map((name) => join(path, name))) : stats.mtimeMs;
    }),
  );
}

export const command = (name) => join(bin, process.platform === "win32" ? `${name}.cmd` : name);

/** Reads `.env` of the checkout, as operators expect; what is set already wins. */
export function loadDotEnv() {
  const file = join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

const npx = process.platform === "win32" ? "npx.cmd" : "npx";
