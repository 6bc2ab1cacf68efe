/** What the shell is told. Listed in `alprina --help`. */
export const exitCodes = { success: 0, failed: 1, usage: 2, cancelled: 130, terminated: 143 } as const;

/** An end that this command line decided on: one sentence, what to do about it, and the code. */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly hint: string | undefined;
  readonly exitCode: number;

  constructor(message: string, facts: { hint?: string; exitCode?: number; cause?: unknown } = {}) {
    super(message, { cause: facts.cause });
    this.hint = facts.hint;
    this.exitCode = facts.exitCode ?? exitCodes.failed;
  }
}

/** The person, or the system, wants this to end now. */
export class Cancelled extends CliError {
  readonly signal: "SIGINT" | "SIGTERM";

  constructor(signal: "SIGINT" | "SIGTERM", outcome = "") {
    super(`Cancelled. ${outcome}`.trim(), {
      exitCode: signal === "SIGINT" ? exitCodes.cancelled : exitCodes.terminated,
    });
    this.signal = signal;
  }
}
