import { AlprinaError, BadResponseError, MisuseError, RefusedError } from "../errors";
import { FileError } from "./file-error";
import { KeychainError } from "./keychain";
import { SignedOutError } from "./signed-out";

/** What a shell is told, the same by every command line of this SDK; docs/cli.md has the whole list. */
export const exitCodes = {
  failed: 1,
  usage: 2,
  "signed-out": 3,
  denied: 4,
  expired: 5,
  unavailable: 6,
  storage: 8,
} as const;

/** An error in words for a person, and in a word and a number for a script. */
export interface Explained {
  code: keyof typeof exitCodes;
  exitCode: number;
  message: string;
  /** What the person can do about it. */
  hint: string | null;
}

/** What only the command line itself can say. */
export interface Advice {
  /** How to sign in: `Sign in again: acme login`. */
  signIn: string;
  /** For a server that is not there. */
  unreachable: string;
  /** For what stands between: a certificate, a keychain. */
  lookCloser?: string;
}

/** @returns `undefined` for an error that is not the SDK's. */
export function explainError(error: unknown, advice: Advice): Explained | undefined {
  if (error instanceof SignedOutError) return explained(error, "signed-out", error.hint);
  if (error instanceof RefusedError) return explained(error, exitOf(error), hintOf(error, advice));
  if (error instanceof MisuseError) return explained(error, "usage");
  if (error instanceof BadResponseError) {
    if (error.reason === "unreachable" || error.reason === "timeout")
      return explained(error, "unavailable", advice.unreachable);
    return error.reason === "certificate"
      ? explained(error, "unavailable", advice.lookCloser)
      : explained(error, "failed");
  }
  if (error instanceof FileError) return explained(error, "storage");
  if (error instanceof KeychainError) return explained(error, "storage", advice.lookCloser);
  return error instanceof AlprinaError ? explained(error, "failed") : undefined;
}

function explained({ message }: Error, code: Explained["code"], hint?: string): Explained {
  return { code, exitCode: exitCodes[code], message, hint: hint ?? null };
}

function exitOf({ code, status }: RefusedError): Explained["code"] {
  if (status === 401 || code === "invalid_grant") return "signed-out";
  if (code === "access_denied") return "denied";
  if (code === "expired_token") return "expired";
  return status === 429 || (status ?? 0) >= 500 ? "unavailable" : "failed";
}

function hintOf({ hint, status, code, retryAfterSeconds }: RefusedError, advice: Advice): string | undefined {
  if (hint !== undefined && !NAMES_A_COMMAND.test(hint)) return hint;
  if (status === 401 || code === "invalid_grant" || code === "expired_token") return advice.signIn;
  if (retryAfterSeconds !== undefined) return `Try again in ${waitingTime(retryAfterSeconds)}.`;
  return status !== undefined && status >= 500 ? "Try again in a moment." : undefined;
}

/** What a server says to do by its own command line; this one may have another name. */
const NAMES_A_COMMAND = /^Run "[^"]+ login"/;

/** `40 seconds`, `59 minutes`: how long to wait. */
export function waitingTime(seconds: number): string {
  if (seconds < 120) return `${seconds} ${seconds === 1 ? "second" : "seconds"}`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
