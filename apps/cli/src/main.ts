import { CommanderError } from "commander";

import { readEnv } from "./env";
import { Cancelled, exitCodes } from "./exit";
import { explain } from "./explain";
import { createProgram } from "./program";
import { openSettings } from "./settings";
import { createTerminal } from "./terminal";

const env = readEnv();
const terminal = createTerminal(env);
const cancel = new AbortController();

const PATIENCE_MS = 1000;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  let firstAtMs: number | undefined;
  process.on(signal, () => {
    const cancelled = new Cancelled(signal);
    firstAtMs ??= performance.now();
    // npm and the terminal both pass one Ctrl-C on, so the second only counts when it comes later.
    if (performance.now() - firstAtMs > PATIENCE_MS) process.exit(cancelled.exitCode);
    cancel.abort(cancelled);
  });
}

const program = createProgram(async (serverFlag) => {
  const settings = openSettings(env);
  const server = await settings.chooseServer(serverFlag);
  return { env, terminal, settings, server, signal: cancel.signal };
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = error instanceof CommanderError ? afterCommander(error) : afterFailure(error);
}

/** It has printed its text already, be it help, the version or what was wrong. */
function afterCommander(error: CommanderError): number {
  return error.exitCode === 0 ? exitCodes.success : exitCodes.usage;
}

function afterFailure(error: unknown): number {
  const { message, hint, exitCode } = explain(error);
  terminal.error(message, hint);
  if (env.debug) console.error(error);
  return exitCode;
}
