import { initTRPC, TRPCError, type TRPC_ERROR_CODE_KEY } from "@trpc/server";
import superjson from "superjson";
import { isProductError, ProductError, type ErrorCode } from "./domain/errors";
import type { Scope } from "./domain/scopes";
import type { Deps, Sender } from "./services/deps";
import { requireOperator } from "./services/operate-people";
import { requireFreshSignIn } from "./services/require-fresh-sign-in";
import { verifyKey } from "./services/verify-key";
import type { Person } from "./store/index";

/** Somebody who is signed in, and since when. */
export interface SignedIn {
  person: Person;
  /** Null for an identity provider's JWT, which is short-lived itself. */
  signedInAt: Date | null;
  sessionId: string | null;
}

/** One call: who sends it, and what it may be answered with. */
export interface Context {
  deps: Deps;
  sender: Sender;
  /** Who is signed in (contract §4): a session, or an identity provider's JWT. Asked only where it matters. */
  findSignedIn(): Promise<SignedIn | null>;
  /** What stands behind `Bearer` in the Authorization header, null without one. */
  bearerToken: string | null;
  /** How the instance is that answers, where its host tells. */
  instance?: () => InstanceHealth;
  /** Who counts and times the procedures of this host, where somebody does. */
  watch?: WatchProcedure;
  /** Aborts when whoever asked is gone. Made only where somebody is kept waiting; absent where nobody can know. */
  hangUp?: () => AbortSignal;
}

/** What an instance knows of itself, without asking anybody. */
export interface InstanceHealth {
  /** Command lines that it holds, or that come back to it, until somebody decides. */
  waitingHere: number;
  /** Connections to PostgreSQL; undefined without a database. */
  connections: { open: number; idle: number; awaited: number; max: number } | undefined;
  /** Whether it is sure to hear what other instances announce. */
  isEventLinkLive: boolean;
  /** How long news take to come; undefined while none do. */
  eventLagMs: number | undefined;
  /** Undefined without a Redis. */
  isRedisThere: boolean | undefined;
  startedAt: Date;
}

/**
 * Runs one procedure and sees how it ended. It learns the procedure's name and, by `outcomeOf`, the kind of answer or
 * the code of the refusal, both words of our own; never what went in, nor the answer itself.
 */
export type WatchProcedure = <T>(
  procedure: string,
  run: () => Promise<T>,
  outcomeOf: (result: T) => string,
) => Promise<T>;

const trpcCodes = {
  "authentication-required": "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  "invalid-input": "BAD_REQUEST",
  "unknown-client": "UNAUTHORIZED",
  "client-not-allowed": "FORBIDDEN",
  "scope-not-allowed": "BAD_REQUEST",
  "insufficient-scope": "FORBIDDEN",
  "account-locked": "FORBIDDEN",
  "sign-in-too-old": "FORBIDDEN",
  "network-not-trusted": "FORBIDDEN",
  "device-not-found": "NOT_FOUND",
  "over-budget": "TOO_MANY_REQUESTS",
  "database-not-configured": "SERVICE_UNAVAILABLE",
  "database-unavailable": "SERVICE_UNAVAILABLE",
  "identity-provider-unavailable": "SERVICE_UNAVAILABLE",
} satisfies Record<ErrorCode, TRPC_ERROR_CODE_KEY>;

/** What a page says when it is our fault; the log has the cause. */
const OUR_FAULT = "Something went wrong on our side. Try again.";

const t = initTRPC.context<Context>().create({
  transformer: superjson,
  errorFormatter({ shape, error }) {
    const reason = isProductError(error.cause) ? error.cause : undefined;
    const { stack: _, ...data } = shape.data;
    return {
      ...shape,
      message: error.code === "INTERNAL_SERVER_ERROR" ? OUR_FAULT : shape.message,
      data: {
        ...data,
        reason: reason?.code ?? null,
        about: reason?.options.about ?? null,
        retryAfterSeconds: reason?.options.retryAfterSeconds ?? null,
      },
    };
  },
});

// The one place where the product's errors become tRPC's. In tRPC 11 `next()` never rejects: it says `ok: false`.
const translateErrors = t.middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok && isProductError(result.error.cause)) {
    const cause = result.error.cause;
    throw new TRPCError({ code: trpcCodes[cause.code], message: cause.message, cause });
  }
  return result;
});

const watched = t.middleware(({ ctx, path, next }) =>
  ctx.watch ? ctx.watch(path, () => next(), outcomeOf) : next(),
);

function outcomeOf(result: { ok: boolean; data?: unknown; error?: TRPCError }): string {
  if (!result.ok) {
    const { cause, code } = result.error ?? {};
    if (isProductError(cause)) return cause.code;
    return code === "BAD_REQUEST" ? "invalid-input" : "failed";
  }
  const { data } = result;
  if (typeof data === "boolean") return data ? "yes" : "no";
  const { kind, heldSeconds } = (data ?? {}) as { kind?: unknown; heldSeconds?: unknown };
  return typeof kind === "string" ? answerOutcome({ kind, heldSeconds }) : "done";
}

/** The kind of an answer, and whether it was held: that took as long as a person took, which says nothing of us. */
export function answerOutcome({ kind, heldSeconds }: { kind: string; heldSeconds?: unknown }): string {
  return heldSeconds === undefined ? kind : `${kind}, held`;
}

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Anybody. */
export const publicProcedure = t.procedure.use(watched).use(translateErrors);

/** Somebody who is signed in (contract §4). An API key is not enough: a stolen one must not make others. */
export const personProcedure = publicProcedure.use(async ({ ctx, next }) => {
  const signedIn = await ctx.findSignedIn();
  if (!signedIn) throw authenticationRequired();
  const { person, ...since } = signedIn;
  requireOpen(person);
  return next({ ctx: { person, sender: { ...ctx.sender, ...since } } });
});

/** Somebody who is signed in, or a command line with an API key of theirs that was granted `scope`. */
export const personOrKeyProcedure = (scope: Scope) =>
  publicProcedure.use(async ({ ctx, next }) => {
    const person = (await ctx.findSignedIn())?.person ?? (await personOfKey(ctx, scope));
    if (!person) throw authenticationRequired();
    requireOpen(person);
    return next({ ctx: { person } });
  });

/**
 * An operator, in their browser: no key and no token opens this, so neither can be taken along to do it. That they are
 * one is asked of the database with every call.
 */
export const operatorProcedure = publicProcedure.use(async ({ ctx, next }) => {
  const signedIn = ctx.bearerToken === null ? await ctx.findSignedIn() : null;
  if (!signedIn?.sessionId) throw authenticationRequired();
  const { person, ...since } = signedIn;
  requireOpen(person);
  await requireOperator(ctx.deps, person);
  return next({ ctx: { person, sender: { ...ctx.sender, ...since } } });
});

/** The same for what changes something: an open browser that somebody else sits down at is not enough. */
export const operatorChange = operatorProcedure.use(({ ctx, next }) => {
  requireFreshSignIn(ctx.deps, ctx.sender);
  return next();
});

async function personOfKey({ deps, bearerToken }: Context, scope: Scope): Promise<Person | null> {
  if (bearerToken === null) return null;
  const answer = await verifyKey(deps, { apiKey: bearerToken });
  if (answer.kind !== "valid") return null;
  if (!answer.scopes.includes(scope)) {
    throw new ProductError(
      "insufficient-scope",
      `This API key was not granted the scope ${scope}. Sign in again and allow it.`,
    );
  }
  return answer.person;
}

/** An identity provider may go on to speak for somebody whom the operator has locked. */
function requireOpen(person: Person): void {
  if (person.lockedAt)
    throw new ProductError("account-locked", "This account is locked. Ask the operator of this server.");
}

function authenticationRequired(): ProductError {
  return new ProductError("authentication-required", "Sign in first.");
}
