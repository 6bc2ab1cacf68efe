import { type Advice, explainError } from "@alprina/cli-auth/client/node";

import { CliError, type Exit, exits } from "./exit";
import type { ReportedError } from "./output";

const advice: Advice = {
  signIn: "Sign in again: alprina login",
  unreachable: "Is the server running? Choose another one with --server <url> or ALPRINA_SERVER.",
  lookCloser: "To see what is between: alprina doctor",
};

/** What went wrong, what to do about it, and what the shell is told. */
export function explain(error: unknown): ReportedError {
  if (error instanceof CliError) return reported(error.message, error.exit, error.hint);
  const known = explainError(error, advice);
  if (known) return reported(known.message, known.code, known.hint);
  const message = `Unexpected error: ${error instanceof Error ? error.message : String(error)}`;
  return reported(message, "failed", "ALPRINA_DEBUG=1 shows where.");
}

function reported(message: string, code: Exit, hint: string | null = null): ReportedError {
  return { code, exitCode: exits[code], message, hint };
}
