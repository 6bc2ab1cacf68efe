import { TRPCError } from "@trpc/server";
import { isProductError } from "@alprina/api";
import type { LinkOutcome } from "@/lib/link-outcome";

/** What a link would do or did: a call of the procedures with what they refuse put into the answer. */
export async function answerLink<T>(call: () => Promise<T>): Promise<T | LinkOutcome> {
  try {
    return await call();
  } catch (error) {
    const code = error instanceof TRPCError ? error.code : undefined;
    // Longer than any link of ours.
    if (code === "BAD_REQUEST") return { kind: "unknown" };
    if (code !== "TOO_MANY_REQUESTS") throw error;
    const cause = (error as TRPCError).cause;
    const retryAfterSeconds = isProductError(cause) ? cause.options.retryAfterSeconds : undefined;
    return { kind: "over-budget", retryAfterSeconds: retryAfterSeconds ?? 60 };
  }
}
