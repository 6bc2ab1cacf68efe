/** What went wrong, by the sentence that says so in each language. */
export type ProblemWord =
  | "ours"
  | "unreachable"
  | "signedOut"
  | "tooMany"
  | "databaseAway"
  | "deviceGone"
  | "signInTooOld"
  | "notCompared"
  | "accountLocked"
  | "anotherAccount"
  | "notOurPage"
  | "nothingAllowed"
  | "lifetimeUnknown"
  | "nameEmpty"
  | "notAllowed"
  | "personGone";

export interface Problem {
  word: ProblemWord;
  /** The HTTP status that says the same; 0 for a server that did not answer. */
  status: number;
  /** Signing in again is the way on: there is no session, or it is too old to give a key away. */
  signIn?: "first" | "again";
  retryAfterSeconds?: number;
  /** The product's own sentence, of a refusal for which there are no words in every language. */
  said?: string;
}

/** What a failed call says of itself: a page's over the wire, and one that was made on the server. */
interface Refusal {
  message?: string;
  /** tRPC's word. */
  code?: string;
  /** The product's word. */
  reason?: string | null;
  /** Which of the refusals with that word. */
  about?: string | null;
  retryAfterSeconds?: number | null;
}

/** A failed call, by what to say of it. */
export function explainProblem(error: unknown): Problem {
  const refusal = readRefusal(error);
  return refusal ? explain(refusal) : { status: 0, word: "unreachable" };
}

/** The same of a call that was made on the server, where nothing lies between. */
export function explainRefusal(error: unknown): Problem {
  return explain(readRefusal(error) ?? {});
}

/** By the product's own finer words. */
const refusals: Record<string, ProblemWord> = {
  "another-account": "anotherAccount",
  "other-site": "notOurPage",
  "nothing-allowed": "nothingAllowed",
  "unknown-lifetime": "lifetimeUnknown",
  "empty-name": "nameEmpty",
  "operators-only": "notAllowed",
  "person-gone": "personGone",
  "account-locked": "accountLocked",
};

function explain({ code, message, reason, about, retryAfterSeconds }: Refusal): Problem {
  const word = refusals[about ?? reason ?? ""] ?? "ours";
  const said = word === "ours" && reason ? message : undefined;
  switch (code) {
    case "UNAUTHORIZED":
      return { status: 401, word: "signedOut", signIn: "first" };
    case "TOO_MANY_REQUESTS":
      return { status: 429, word: "tooMany", retryAfterSeconds: retryAfterSeconds ?? undefined };
    case "SERVICE_UNAVAILABLE":
      return { status: 503, word: "databaseAway" };
    case "NOT_FOUND":
      return { status: 404, word: "deviceGone" };
    case "FORBIDDEN":
      if (reason === "sign-in-too-old") return { status: 403, word: "signInTooOld", signIn: "again" };
      return { status: 403, word, said };
    case "BAD_REQUEST":
      return { status: 400, word, said };
    default:
      return { status: 500, word: "ours" };
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
    cause?: { code?: string; options?: { retryAfterSeconds?: number; about?: string } };
  };
  if (data) return { ...data, message };
  if (code === undefined) return undefined;
  return { code, message, reason: cause?.code, ...cause?.options };
}
