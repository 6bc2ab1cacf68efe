import { TRPCClientError } from "@trpc/client";
import type { AppRouter } from "@alprina/api";
import { duration } from "./dates";

export interface Problem {
  message: string;
  /** Signing in again is the way on: there is no session, or it is too old to give a key away. */
  signIn?: "first" | "again";
}

const UNREACHABLE = "We can’t reach the server. Check your connection, then try again. Nothing was lost.";
const TOO_OLD = "You signed in a while ago, and somebody else may sit here by now. Nothing was approved.";
const OURS = "Something went wrong on our side. Try again in a moment.";

/** A failed call, in words that say what to do. */
export function explainProblem(error: unknown): Problem {
  const data = isOurs(error) ? error.data : undefined;
  if (!isOurs(error) || !data) return { message: UNREACHABLE };
  switch (data.code) {
    case "UNAUTHORIZED":
      return { message: "You are signed out.", signIn: "first" };
    case "TOO_MANY_REQUESTS": {
      const wait = data.retryAfterSeconds;
      const when = wait ? `Wait ${duration(wait)}, then try again.` : "Wait a minute, then try again.";
      return { message: `Too many tries. ${when}` };
    }
    case "SERVICE_UNAVAILABLE":
      return { message: "The server can’t reach its database. Try again in a moment." };
    case "NOT_FOUND":
      return { message: "This device is no longer there." };
    case "FORBIDDEN":
      if (data.reason === "sign-in-too-old") return { message: TOO_OLD, signIn: "again" };
      return { message: data.reason ? error.message : OURS };
    case "BAD_REQUEST":
      return { message: data.reason ? error.message : OURS };
    default:
      return { message: OURS };
  }
}

function isOurs(error: unknown): error is TRPCClientError<AppRouter> {
  return error instanceof TRPCClientError;
}
