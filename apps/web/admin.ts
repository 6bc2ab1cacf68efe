import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { CommanderError } from "commander";
import { createTerminal } from "./src/admin/terminal";
import { readTerminalEnv } from "./src/admin/env";
import { explain } from "./src/admin/explain";
import { createProgram } from "./src/admin/program";
import { openSession, type Session } from "./src/admin/session";
import { readEnv } from "./src/env";

/** The operator's command: `npm run admin -- …`. Exits 0 when it is done, 1 when refused, 2 on wrong usage. */

const checkout = join(
  dirname(fileURLToPath(import.meta.url)),
  import.meta.url.endsWith(".ts") ? "../.." : "../../..",
);
const terminal = createTerminal(readTerminalEnv());
let session: Promise<Session> | undefined;
const close = async () => (await session?.catch(() => undefined))?.close();

let isEnding = false;
for (const [signal, number] of [["SIGINT", 2] as const, ["SIGTERM", 15] as const, ["SIGHUP", 1] as const]) {
  // npm and the terminal both pass one Ctrl-C on; the database that we started is stopped all the same.
  process.on(signal, () => {
    if (isEnding) return;
    isEnding = true;
    void close().finally(() => process.exit(128 + number));
  });
}

const program = createProgram(terminal, () => (session ??= openSession(readEnv(), checkout, terminal)));
try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    terminal.error(explain(error));
    process.exitCode = 1;
  }
}
await close();
