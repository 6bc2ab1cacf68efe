import type { LoginPrompt } from "@alprina/cli-auth/client";

import type { Exit } from "./exit";
import type { Terminal } from "./terminal";

/** The version of everything that `--json` prints; docs/cli.schema.json is its schema. It changes when a field goes. */
const VERSION = 1;

export interface ReportedError {
  code: Exit;
  exitCode: number;
  message: string;
  hint: string | null;
}

/** What a command says: to a program one JSON document a line, the last of them its end; to a person, words. */
export interface Output {
  readonly json: boolean;
  /** The end of a command that did what it was asked for. */
  result(data: object, words: () => void): void;
  /** What a person has to do, while the command goes on. */
  prompt(prompt: LoginPrompt, words: () => void): void;
  warn(message: string): void;
  error(error: ReportedError): void;
}

export function createOutput(command: string, terminal: Terminal, json: boolean): Output {
  const line = (type: string, more: object) =>
    terminal.data(JSON.stringify({ version: VERSION, type, command, ...more }));
  return {
    json,
    result: (data, words) => (json ? line("result", { data }) : words()),
    prompt: (prompt, words) => (json ? line("prompt", { prompt }) : words()),
    warn: (message) => (json ? line("warning", { message }) : terminal.warn(message)),
    error: (error) =>
      json ? line("error", { error }) : terminal.error(error.message, error.hint ?? undefined),
  };
}
