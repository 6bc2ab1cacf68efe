import { oauthPaths, paths } from "../../protocol/index";
import { toReply } from "../failure";
import { OAuthError, toOAuthReply } from "../oauth/oauth-error";
import type { RestOptions } from "../options";
import { okReply, type PlainReply } from "../plain-reply";
import { appliedWait } from "../prefer";
import { WireError } from "../wire-error";
import { introspect, pollOAuth } from "./oauth";
import { Held, type FastProduct, type LaneCall, type Route, type Soon } from "./route";
import { me, pollV1 } from "./v1";

export type { FastProduct, LaneCall } from "./route";

export interface LaneOptions<Call extends LaneCall> extends Pick<
  RestOptions,
  "publicUrl" | "cliName" | "logError"
> {
  product: FastProduct<Call>;
}

/** What is asked by everybody all the time, without a `Request`, a router or a `Response` in between. */
export interface FastLane<Call extends LaneCall> {
  /** The call of this method and request target, exactly so spelled; undefined for any other. */
  find(method: string, target: string): LaneRoute<Call> | undefined;
}

/**
 * Answers a call as the REST handler would, to the letter; undefined for one that must go there. What costs no query
 * is answered at once and not by a promise.
 */
export type LaneRoute<Call extends LaneCall> = (
  call: Call,
  requestId: string,
) => PlainReply | Promise<PlainReply> | undefined;

export function createFastLane<Call extends LaneCall>(options: LaneOptions<Call>): FastLane<Call> {
  const routes: Record<string, Map<string, LaneRoute<Call>> | undefined> = {
    GET: new Map([[paths.me, answering(me(options), toReply, options)]]),
    POST: new Map([
      [paths.deviceToken, answering(pollV1(options), toReply, options)],
      [oauthPaths.token, answering(pollOAuth(options), toOAuthReply, options)],
      [oauthPaths.introspect, answering(introspect(options), toOAuthReply, options)],
    ]),
  };
  return { find: (method, target) => routes[method]?.get(target) };
}

function saying(reply: PlainReply, heldSeconds: number): PlainReply {
  return { ...reply, headers: { ...reply.headers, "Preference-Applied": appliedWait(heldSeconds) } };
}

/** What `route` answers or throws, as the REST handler says it. */
function answering<Call extends LaneCall>(
  route: Route<Call>,
  inDialect: typeof toReply,
  options: LaneOptions<Call>,
): LaneRoute<Call> {
  const isRefusal = (answer: object) => answer instanceof WireError || answer instanceof OAuthError;
  // What is answered with the same object again, as *pending* and a key from memory are, is written down once.
  const written = new WeakMap<object, PlainReply>();
  return (call, requestId) => {
    const toPlain = (answer: object): PlainReply => {
      const known = written.get(answer);
      if (known) return known;
      if (answer instanceof Held) return saying(toPlain(answer.reply), answer.seconds);
      const reply = isRefusal(answer) ? inDialect(answer, requestId, options) : okReply(answer);
      written.set(answer, reply);
      return reply;
    };
    const failed = (error: unknown) => inDialect(error, requestId, options);
    try {
      const answer: Soon<object> | undefined = route(call);
      return answer instanceof Promise ? answer.then(toPlain).catch(failed) : answer && toPlain(answer);
    } catch (error) {
      return failed(error);
    }
  };
}
