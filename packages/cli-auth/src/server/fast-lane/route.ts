import type { IntrospectAnswer } from "../oauth/introspect";
import type { PollAnswer } from "../v1/token";
import type { VerifyAnswer } from "../v1/me";

/** At once where it costs no query, and a promise where it does. */
export type Soon<Value> = Value | Promise<Value>;

/** One request, with its body whole and everything in it that a route of the lane reads. */
export interface LaneCall {
  authorization: string | null;
  contentType: string | null;
  /** What stands behind `Prefer`. */
  prefer: string | null;
  body: Uint8Array;
}

export interface LaneClient {
  clientId: string;
  clientSecret?: string;
}

/** The product without the procedures in between: the inputs have been checked as those check them. */
export interface FastProduct<Call extends LaneCall> {
  /** With `waitSeconds` the poll is held, for at most so long. */
  poll(
    input: { deviceCode: string; client?: LaneClient; codeVerifier?: string; waitSeconds?: number },
    call: Call,
  ): Soon<PollAnswer>;
  verifyKey(input: { apiKey: string }, call: Call): Soon<VerifyAnswer>;
  introspect(input: { client: LaneClient; token: string }, call: Call): Soon<IntrospectAnswer>;
}

/** A reply's value or its refusal, to a poll that was held for up to so long. */
export class Held {
  constructor(
    readonly reply: object,
    readonly seconds: number,
  ) {}
}

/** `reply` for an answer to a poll, saying whether it was held. */
export const heldOrNot =
  (reply: (answer: PollAnswer) => object) =>
  (answer: PollAnswer): object =>
    answer.heldSeconds === undefined ? reply(answer) : new Held(reply(answer), answer.heldSeconds);

/**
 * A reply's value or its refusal, `Held` around either; undefined for a call that goes the long way. It may throw what
 * that throws.
 */
export type Route<Call extends LaneCall> = (call: Call) => Soon<object> | undefined;

/** No code, key, token or secret of ours is longer; what is, the procedures refuse. */
const LONGEST_SECRET = 512;
const LONGEST_CLIENT_ID = 200;

export const isOurLength = (...secrets: (string | undefined)[]): boolean =>
  secrets.every((secret) => secret === undefined || secret.length <= LONGEST_SECRET);

export const isClientLength = ({ clientId, clientSecret }: LaneClient): boolean =>
  clientId.length > 0 && clientId.length <= LONGEST_CLIENT_ID && isOurLength(clientSecret);

/** `derive`, which gives the same object again for the same one: a key from memory is the same answer for seconds. */
export function once<A extends object, B extends object>(derive: (value: A) => B): (value: A) => B {
  const derived = new WeakMap<A, B>();
  return (value) => {
    const known = derived.get(value);
    if (known) return known;
    const fresh = derive(value);
    derived.set(value, fresh);
    return fresh;
  };
}

/** Not named `then`: an import of a module that exports that would wait for it. */
export function soon<A, B>(value: Soon<A>, next: (value: A) => B): Soon<B> {
  return value instanceof Promise ? value.then(next) : next(value);
}
