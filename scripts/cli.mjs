import { join } from "node:path";
import { build, ensureInstalled, isOutdated, root } from "./lib/workspace.mjs";

// npm run cli -- …: the alprina command, built if its sources are newer than it. Says nothing on stdout itself.
const binary = "apps/cli/dist/alprina.js";

await ensureInstalled();
if (isOutdated(binary, ["apps/cli/src", "apps/cli/build.mjs", "packages/cli-auth/src"]))
  await build("alprina");
process.argv = [process.argv[0], join(root, binary), ...process.argv.slice(2)];
await import(join(root, binary));
