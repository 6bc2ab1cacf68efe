import { join } from "node:path";
import { command, ensureInstalled, loadDotEnv, root } from "./lib/workspace.mjs";
import { openly, step } from "./lib/steps.mjs";

// npm run dev: the same server on the sources; pages reload by themselves, the rest restarts.
await ensureInstalled();
await step("Generating the database client", command("turbo"), ["run", "generate"]);
loadDotEnv();
const web = join(root, "apps/web");
await step("Bundling the script of /authorize", process.execPath, [join(web, "bundle.mjs"), "enhance"]);
process.exitCode = await openly(
  join(web, "node_modules/.bin/tsx"),
  ["watch", "--clear-screen=false", "--tsconfig", join(web, "tsconfig.json"), join(web, "server.ts")],
  { NODE_ENV: "development" },
);
