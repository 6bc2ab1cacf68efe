import { CommanderError } from "commander";

import { checkArguments, suggestionFor, wantsJson } from "./arguments";
import { readEnv } from "./env";
import { Cancelled, exits } from "./exit";
import { createOutput } from "./output";
import { createProgram, type GlobalFlags } from "./program";
import { createTerminal } from "./terminal";

const words = process.argv.slice(2);
const env = readEnv();
const json = wantsJson(words);
const terminal = createTerminal(env, { quiet: json });
let output = createOutput("alprina", terminal, json);
const cancel = new AbortController();

const PATIENCE_MS = 1000;
const TWIN_MS = 50;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  let firstAtMs: number | undefined;
  process.on(signal, () => {
    const cancelled = new Cancelled(signal);
    // npm and the terminal both pass one Ctrl-C on, so the second only counts when it comes later.
    if (firstAtMs !== undefined && performance.now() - firstAtMs > PATIENCE_MS)
      process.exit(exits[cancelled.exit]);
    firstAtMs ??= performance.now();
    cancel.abort(cancelled);
  });
}

async function openContext(command: string, flags: GlobalFlags) {
  output = createOutput(command, terminal, json);
  const { openSettings } = await import("./settings");
  const settings = openSettings();
  const server = await settings.chooseServer(flags.server);
  const profile = settings.chooseProfile(flags.profile);
  return {
    ...{ env, terminal, output, settings, signal: cancel.signal },
    ...{ server: server.value, serverFrom: server.from, profile: profile.value, profileFrom: profile.from },
  };
}

async function main(): Promise<void> {
  try {
    checkArguments(words);
    const program = createProgram(openContext);
    if (json) quieten(program);
    await program.parseAsync();
  } catch (error) {
    process.exitCode = error instanceof CommanderError ? afterCommander(error) : await afterFailure(error);
  }
}

/** It has printed its text already, be it help, the version or what was wrong. */
function afterCommander(error: CommanderError): number {
  if (error.exitCode === 0) return exits.ok;
  const hint = suggestionFor(words);
  if (json) {
    const message = error.message.replace(/^error: /, "");
    output.error({ code: "usage", exitCode: exits.usage, message, hint: hint ?? null });
  } else if (hint) {
    terminal.say(hint);
  }
  return exits.usage;
}

async function afterFailure(error: unknown): Promise<number> {
  // A twin of the signal may still be on its way, and would end a process that has just let go of its handlers.
  if (error instanceof Cancelled) await new Promise((resolve) => setTimeout(resolve, TWIN_MS));
  const { explain } = await import("./explain");
  const reported = explain(error);
  output.error(reported);
  if (env.debug) console.error(error);
  return reported.exitCode;
}

/** What is wrong is said in JSON, by `afterCommander`. */
function quieten(program: ReturnType<typeof createProgram>): void {
  program.configureOutput({ writeErr: () => undefined });
  for (const command of program.commands) quieten(command);
}

void main();
