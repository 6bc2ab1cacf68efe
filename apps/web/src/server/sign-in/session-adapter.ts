import { createHash } from "node:crypto";
import { databaseUnavailable, isLockedOut, isProductError, type Standing } from "@alprina/api";
import type { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError } from "better-auth/api";

type Adapter = ReturnType<ReturnType<typeof prismaAdapter>>;
type Method = (args: Args) => Promise<unknown>;

interface Args {
  model: string;
  where?: { field: string; value: unknown }[];
  data?: Record<string, unknown>;
}

const METHODS = [
  ...(["create", "findOne", "findMany", "count", "update", "updateMany"] as const),
  ...(["delete", "deleteMany", "consumeOne", "incrementOne"] as const),
];

const sha256 = (token: string) => createHash("sha256").update(token).digest("hex");

/**
 * better-auth keeps a session's token as it is, so whoever reads the table could be anybody. Through this it keeps
 * the SHA-256 of it, which is enough for 190 random bits: tokens are hashed on the way in, in what is written and in
 * what is asked for, and the caller gets back the token that it came with. What it did not know it does not learn.
 *
 * The database refuses a session of somebody who is locked; here that becomes better-auth's own kind of refusal, and
 * so does a database that is away, whatever it was asked for.
 */
export function guardSessions(adapter: Adapter, standing: Standing): Adapter {
  const guarded = guardMethods(adapter, standing);
  return {
    ...guarded,
    transaction: (callback) => adapter.transaction((within) => callback(guardMethods(within, standing))),
  };
}

function guardMethods<Methods extends Omit<Adapter, "transaction">>(
  methods: Methods,
  standing: Standing,
): Methods {
  const guarded = METHODS.map((name) => [name, guard(methods[name].bind(methods) as Method, standing)]);
  return { ...methods, ...Object.fromEntries(guarded) } as Methods;
}

function guard(method: Method, standing: Standing): Method {
  const explain = (error: unknown) => explainRefusal(error, standing);
  return async (args) => {
    if (args.model !== "session") return method(args).catch(explain);
    const tokens = new Map<unknown, string>();
    const hide = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(hide);
      if (typeof value !== "string") return value;
      tokens.set(sha256(value), value);
      return sha256(value);
    };
    const hidden = {
      ...args,
      where: args.where?.map((one) => (one.field === "token" ? { ...one, value: hide(one.value) } : one)),
      data: args.data && "token" in args.data ? { ...args.data, token: hide(args.data.token) } : args.data,
    };
    return restore(await method(hidden).catch(explain), tokens);
  };
}

/** Rows with the tokens that the caller knows already in the place of their hashes. */
function restore(answer: unknown, tokens: Map<unknown, string>): unknown {
  if (Array.isArray(answer)) return answer.map((row) => restore(row, tokens));
  if (typeof answer !== "object" || answer === null || !("token" in answer)) return answer;
  return { ...answer, token: tokens.get(answer.token) ?? answer.token };
}

function explainRefusal(error: unknown, standing: Standing): never {
  if (isLockedOut(error)) {
    throw new APIError("FORBIDDEN", { code: "ACCOUNT_LOCKED", message: "This account is locked." });
  }
  const known = databaseUnavailable(error, standing);
  if (!isProductError(known)) throw error;
  throw new APIError("SERVICE_UNAVAILABLE", { code: "DATABASE_UNAVAILABLE", message: known.message });
}
