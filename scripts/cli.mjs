import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { build, ensureInstalled, root } from "./lib/workspace.mjs";

// npm run cli -- …: the alprina command, built if its sources are newer than it. Says nothing on stdout itself.
const binary = join(root, "apps/cli/dist/alprina.js");
const sources = ["apps/cli/src", "apps/cli/build.mjs", "packages/cli-auth/src"];

await ensureInstalled();
if (!existsSync(binary) || newest(sources.map((path) => join(root, path))) > statSync(binary).mtimeMs) {
  await build("alprina");
}
process.argv = [process.argv[0], binary, ...process.argv.slice(2)];
await import(binary);

function newest(paths) {
  return Math.max(
    ...paths.map((path) => {
      const stats = statSync(path);
      return stats.isDirectory() ? newest(readdirSync(path).map((name) => join(path, name))) : stats.mtimeMs;
    }),
  );
}
