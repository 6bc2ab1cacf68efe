import { TRPCClientError } from "@trpc/client";
import type { AppRouter } from "@alprina/api";
import { duration } from "./dates";

export interface Problem {
  message: string;
  /** Signing in again is the way on. */
  signedOut: boolean;
}

const UNREACHABLE = "We can’t reach the server. Check your connection, then try again. Nothing was lost.";
const OURS = "Something went wrong on our side. Try again in a moment.";

/** A failed call, in words that say what to do. */
export function explainProblem(error: unknown): Problem {
  const data = isOurs(error) ? error.data : undefined;
  if (!isOurs(error) || !data) return { message: UNREACHABLE, signedOut: false };
  switch (data.code) {
    case "UNAUTHORIZED":
      return { message: "You are signed out.", signedOut: true };
    case "TOO_MANY_REQUESTS": {
      const wait = data.retryAfterSeconds;
      const when = wait ? `Wait ${duration(wait)}, then try again.` : "Wait a minute, then try again.";
      return { message: `Too many tries. ${when}`, signedOut: false };
    }
    case "SERVICE_UNAVAILABLE":
      return { message: "The server can’t reach its database. Try again in a moment.", signedOut: false };
    case "NOT_FOUND":
      return { message: "This device is no longer there.", signedOut: false };
    case "FORBIDDEN":
    case "BAD_REQUEST":
      return { message: data.reason ? error.message : OURS, signedOut: false };
    default:
      return { message: OURS, signedOut: false };
  }
}

function isOurs(error: unknown): error is TRPCClientError<AppRouter> {
  return error instanceof TRPCClientError;
}
