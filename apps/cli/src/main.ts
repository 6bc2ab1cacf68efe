import type { Command, CommanderError } from "commander";

import { checkArguments, suggestionFor, wantsJson } from "./arguments";
import { directCommand } from "./direct";
import { readEnv } from "./env";
import { Cancelled, exits } from "./exit";
import { createOutput } from "./output";
import type { GlobalFlags } from "./program";
import { createTerminal, forgiving } from "./terminal";

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
    const direct = directCommand(words);
    await (direct ? direct((command) => openContext(command, {})) : parse());
  } catch (error) {
    process.exitCode = isOfCommander(error) ? afterCommander(error) : await afterFailure(error);
  }
}

/** What is on the line is read by commander, which is loaded only then. */
async function parse(): Promise<void> {
  const { createProgram } = await import("./program");
  // It writes help by itself.
  forgiving(process.stdout);
  const program = createProgram(openContext, words[0]);
  if (json) quieten(program);
  await program.parseAsync();
}

const isOfCommander = (error: unknown): error is CommanderError =>
  error instanceof Error && "code" in error && String(error.code).startsWith("commander.");

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
function quieten(program: Command): void {
  program.configureOutput({ writeErr: () => undefined });
  for (const command of program.commands) quieten(command);
}

void main();
