import { duration } from "./dates";
import { UNREACHABLE } from "./reachable";

export interface Problem {
  message: string;
  /** The HTTP status that says the same; 0 for a server that did not answer. */
  status: number;
  /** Signing in again is the way on: there is no session, or it is too old to give a key away. */
  signIn?: "first" | "again";
}

/** What a failed call says of itself: a page's over the wire, and one that was made on the server. */
interface Refusal {
  message?: string;
  /** tRPC's word. */
  code?: string;
  /** The product's word. */
  reason?: string | null;
  retryAfterSeconds?: number | null;
}

const TOO_OLD = "You signed in a while ago, and somebody else may sit here by now. Nothing was approved.";
const OURS = "Something went wrong on our side. Try again in a moment.";

/** A failed call, in words that say what to do. */
export function explainProblem(error: unknown): Problem {
  const refusal = readRefusal(error);
  return refusal ? explain(refusal) : { status: 0, message: UNREACHABLE };
}

/** The same of a call that was made on the server, where nothing lies between. */
export function explainRefusal(error: unknown): Problem {
  return explain(readRefusal(error) ?? {});
}

function explain({ code, message = OURS, reason, retryAfterSeconds }: Refusal): Problem {
  switch (code) {
    case "UNAUTHORIZED":
      return { status: 401, message: "You are signed out.", signIn: "first" };
    case "TOO_MANY_REQUESTS": {
      const when = retryAfterSeconds ? `Wait ${duration(retryAfterSeconds)}` : "Wait a minute";
      return { status: 429, message: `Too many tries. ${when}, then try again.` };
    }
    case "SERVICE_UNAVAILABLE":
      return { status: 503, message: "The server can’t reach its database. Try again in a moment." };
    case "NOT_FOUND":
      return { status: 404, message: "This device is no longer there." };
    case "FORBIDDEN":
      if (reason === "sign-in-too-old") return { status: 403, message: TOO_OLD, signIn: "again" };
      return { status: 403, message: reason ? message : OURS };
    case "BAD_REQUEST":
      return { status: 400, message: reason ? message : OURS };
    default:
      return { status: 500, message: OURS };
  }
}

/**
 * tRPC's two errors, told by what they carry: a TRPCClientError has the server's words in `data`, a TRPCError has the
 * product's own error as its cause. (Their classes would bring tRPC to pages that need it for nothing else.)
 */
function readRefusal(error: unknown): Refusal | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const { message, data, code, cause } = error as {
    message?: string;
    data?: Refusal | null;
    code?: string;
    cause?: { code?: string; options?: { retryAfterSeconds?: number } };
  };
  if (data) return { ...data, message };
  if (code === undefined) return undefined;
  return { code, message, reason: cause?.code, retryAfterSeconds: cause?.options?.retryAfterSeconds };
}
