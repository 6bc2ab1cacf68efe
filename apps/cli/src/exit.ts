import type { exitCodes } from "@alprina/cli-auth/client/node";

/** Why a command ends, and what the shell is told. Scripts rely on both: docs/cli.md has the same table. */
export const exits = {
  ok: 0,
  /** Refused, or failed in a way that none of the others says. */
  failed: 1,
  usage: 2,
  /** No key, or one that the server does not take any more. */
  "signed-out": 3,
  denied: 4,
  /** The code is over, or is not known (any more). */
  expired: 5,
  /** The server cannot be reached, or is too busy. */
  unavailable: 6,
  /** A login waits for a person. */
  pending: 7,
  /** The key or the settings cannot be read or written here. */
  storage: 8,
  cancelled: 130,
  terminated: 143,
  // Those of the SDK are the same there. Its type alone is looked at: this file is loaded at every start.
} as const satisfies typeof exitCodes & Record<string, number>;

export type Exit = keyof typeof exits;

/** An end that this command line decided on: one sentence, what to do about it, and the reason. */
export class CliError extends Error {
  override readonly name: string = "CliError";
  readonly hint: string | undefined;
  readonly exit: Exit;

  constructor(message: string, facts: { hint?: string; exit?: Exit; cause?: unknown } = {}) {
    super(message, { cause: facts.cause });
    this.hint = facts.hint;
    this.exit = facts.exit ?? "failed";
  }
}

/** The person, or the system, wants this to end now. */
export class Cancelled extends CliError {
  override readonly name = "Cancelled";
  readonly signal: "SIGINT" | "SIGTERM";

  constructor(signal: "SIGINT" | "SIGTERM", outcome = "") {
    super(`Cancelled. ${outcome}`.trim(), { exit: signal === "SIGINT" ? "cancelled" : "terminated" });
    this.signal = signal;
  }
}
