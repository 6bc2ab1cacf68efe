import { BadResponseError, MisuseError, RefusedError } from "@alprina/cli-auth/client";
import { FileError, KeychainError } from "@alprina/cli-auth/client/node";

import { CliError, type Exit, exits } from "./exit";
import type { ReportedError } from "./output";
import { waitingTime } from "./time";

const signInAgain = "Sign in again: alprina login";
const whichServer = "Is the server running? Choose another one with --server <url> or ALPRINA_SERVER.";
const lookCloser = "To see what is between: alprina doctor";

/** What went wrong, what to do about it, and what the shell is told. */
export function explain(error: unknown): ReportedError {
  if (error instanceof CliError) return reported(error.message, error.exit, error.hint);
  if (error instanceof MisuseError) return reported(error.message, "usage");
  if (error instanceof RefusedError) return reported(error.message, exitFor(error), hintFor(error));
  if (error instanceof BadResponseError) {
    const isAway = error.reason === "unreachable" || error.reason === "timeout";
    const hint = isAway ? whichServer : error.reason === "certificate" ? lookCloser : undefined;
    return reported(error.message, isAway || hint ? "unavailable" : "failed", hint);
  }
  if (error instanceof FileError) return reported(error.message, "storage");
  if (error instanceof KeychainError) return reported(error.message, "storage", lookCloser);
  const message = `Unexpected error: ${error instanceof Error ? error.message : String(error)}`;
  return reported(message, "failed", "ALPRINA_DEBUG=1 shows where.");
}

function reported(message: string, code: Exit, hint?: string): ReportedError {
  return { code, exitCode: exits[code], message, hint: hint ?? null };
}

function exitFor({ code, status }: RefusedError): Exit {
  if (status === 401 || code === "invalid_grant") return "signed-out";
  if (code === "access_denied") return "denied";
  if (code === "expired_token") return "expired";
  return status === 429 || (status ?? 0) >= 500 ? "unavailable" : "failed";
}

function hintFor({ hint, status, code, retryAfterSeconds }: RefusedError): string | undefined {
  if (hint !== undefined) return hint;
  if (status === 401 || code === "invalid_grant") return signInAgain;
  if (retryAfterSeconds !== undefined) return `Try again in ${waitingTime(retryAfterSeconds)}.`;
  return status !== undefined && status >= 500 ? "Try again in a moment." : undefined;
}
