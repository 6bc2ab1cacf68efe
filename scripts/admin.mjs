import { join } from "node:path";
import { build, ensureInstalled, isOutdated, loadDotEnv, root } from "./lib/workspace.mjs";

// npm run admin -- …: the operator's command, built if its sources are newer than it. Without the pages, which a
// server may be serving at this moment. Says nothing on stdout itself.
const program = "apps/web/dist/admin.js";
const sources = [
  ...["admin.ts", "bundle.mjs", "src/admin", "src/server", "src/lib", "src/env.ts"].map(
    (path) => `apps/web/${path}`,
  ),
  ...["packages/api/src", "prisma/src", "prisma/schema.prisma"],
];

await ensureInstalled();
if (isOutdated(program, sources)) await build("@alprina/web", "build:admin");
loadDotEnv();
process.env.NODE_ENV = "production";
process.argv = [process.argv[0], join(root, program), ...process.argv.slice(2)];
await import(join(root, program));
