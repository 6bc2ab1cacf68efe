import { BadResponseError, MisuseError, RefusedError } from "@alprina/cli-auth/client";
import { FileError } from "@alprina/cli-auth/client/node";

import { CliError, exitCodes } from "./exit";
import { waitingTime } from "./time";

export interface Explanation {
  message: string;
  hint?: string;
  exitCode: number;
}

const signInAgain = "Sign in again: alprina login";
const whichServer = "Is the server running? Choose another one with --server <url> or ALPRINA_SERVER.";

/** What went wrong, what to do about it, and what the shell is told. */
export function explain(error: unknown): Explanation {
  if (error instanceof CliError) {
    return { message: error.message, hint: error.hint, exitCode: error.exitCode };
  }
  if (error instanceof MisuseError) return { message: error.message, exitCode: exitCodes.usage };
  if (error instanceof RefusedError) {
    return { message: error.message, hint: hintFor(error), exitCode: exitCodes.failed };
  }
  if (error instanceof BadResponseError) {
    const away = error.reason === "unreachable" || error.reason === "timeout";
    return { message: error.message, hint: away ? whichServer : undefined, exitCode: exitCodes.failed };
  }
  if (error instanceof FileError) return { message: error.message, exitCode: exitCodes.failed };
  const message = `Unexpected error: ${error instanceof Error ? error.message : String(error)}`;
  return { message, hint: "ALPRINA_DEBUG=1 shows where.", exitCode: exitCodes.failed };
}

function hintFor({ hint, status, retryAfterSeconds }: RefusedError): string | undefined {
  if (hint !== undefined) return hint;
  if (status === 401) return signInAgain;
  if (retryAfterSeconds !== undefined) return `Try again in ${waitingTime(retryAfterSeconds)}.`;
  return status !== undefined && status >= 500 ? "Try again in a moment." : undefined;
}
