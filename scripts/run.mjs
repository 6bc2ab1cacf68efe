import { command, ensureInstalled } from "./lib/workspace.mjs";
import { fail, openly } from "./lib/steps.mjs";

// npm run build | lint | typecheck | format: installs what is missing, then does the one thing.
const tasks = {
  build: [["turbo", "run", "build"]],
  typecheck: [["turbo", "run", "typecheck"]],
  lint: [
    ["prettier", "--check", "--log-level=warn", "."],
    ["eslint", "--max-warnings=0", "."],
  ],
  format: [["prettier", "--write", "--log-level=warn", "."]],
};

const [name, ...rest] = process.argv.slice(2);
const commands = tasks[name] ?? fail(`No such task: ${name}. There are ${Object.keys(tasks).join(", ")}.`);
await ensureInstalled();
if (name === "lint") await openly(command("turbo"), ["run", "generate", "--output-logs=errors-only"]);
for (const [tool, ...args] of commands) {
  const code = await openly(command(tool), [...args, ...rest]);
  if (code !== 0) process.exit(code);
}
