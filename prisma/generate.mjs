import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// `prisma generate` insists on knowing a schema-engine binary, which it would download, although generating
// never runs it. Naming an executable that is there (this Node) keeps it from asking the network.
const here = dirname(fileURLToPath(import.meta.url));
const prismaCli = join(
  dirname(createRequire(import.meta.url).resolve("prisma/package.json")),
  "build/index.js",
);
const result = spawnSync(
  process.execPath,
  [prismaCli, "generate", "--schema", "schema.prisma", "--no-hints"],
  {
    cwd: here,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: "1",
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
    },
  },
);
if (result.status !== 0) process.stderr.write(result.stdout ?? "");
process.exit(result.status ?? 1);
