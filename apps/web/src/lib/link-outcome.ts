import type { RevocationAnswer } from "@alprina/api";

/** What the page behind a link from a mail says, when there is nothing to confirm. */
export type LinkOutcome =
  Exclude<RevocationAnswer, { kind: "open" }> | { kind: "over-budget"; retryAfterSeconds: number };
