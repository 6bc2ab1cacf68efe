import { BadResponseError, RefusedError } from "./errors";
import type { Reply } from "./send";
import { isWebPage } from "./server-url";
import type { Shape } from "./shape";
import type { TransportReply } from "./transport";
import { errorBody } from "./wire-shapes";

/**
 * The body of a 2xx in the shape that the contract promises.
 * @throws {RefusedError} the reply is a refusal.
 * @throws {BadResponseError} the body has another shape.
 */
export function expectBody<T>(reply: Reply, shape: Shape<T>): T {
  if (!reply.ok) throw reply.refusal;
  const parsed = shape.safeParse(reply.body);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => issue.path.join(".") || "body").join(", ");
  const message = `The server's answer is not what this client understands (${where}).`;
  throw new BadResponseError(message, { reason: "wrong-shape", status: reply.status, cause: parsed.error });
}

/** A link of a reply that a person is sent to: a browser is never handed anything but a web page. */
export function expectWebPage(link: string): string {
  if (isWebPage(link)) return link;
  const message = "The server's answer names an address that is not a web page.";
  throw new BadResponseError(message, { reason: "wrong-shape" });
}

/**
 * Strings of a reply end up on terminals, where control characters are commands and bidi overrides lie. No
 * field of the protocol has a use for either, so they end here.
 */
export function clean(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]/g, "");
}

/** @throws {BadResponseError} `not-json` */
export function readJson(text: string, url: string, status: number): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown) => (typeof value === "string" ? clean(value) : value));
  } catch (cause) {
    const message = `${url} answered ${status}, but not in JSON. Is this the URL of an Alprina server?`;
    throw new BadResponseError(message, { reason: "not-json", status, cause });
  }
}

/** @throws {BadResponseError} the body says no more than the status does. */
export function readRefusal(body: unknown, url: string, response: TransportReply): RefusedError {
  const { status } = response;
  const parsed = errorBody.safeParse(body);
  if (!parsed.success) {
    const message = `${url} answered ${status} without saying why. Is this the URL of an Alprina server?`;
    throw new BadResponseError(message, { reason: "wrong-shape", status, cause: parsed.error });
  }
  const { error, error_description, detail, interval } = parsed.data;
  const facts = typeof detail === "object" ? detail : undefined;
  const sentence = typeof detail === "string" ? detail : facts?.message;
  return new RefusedError(sentence ?? error_description ?? `The server refused: ${error}.`, {
    // A 401 says `unauthorized` outside and which kind of it inside; the narrower word is the useful one.
    code: facts?.error ?? error,
    status,
    detail,
    intervalSeconds: interval,
    retryAfterSeconds: retryAfterSeconds(response),
    hint: facts?.hint,
    waitedSeconds: waitedSeconds(response),
  });
}

/** RFC 7240 §3 */
function waitedSeconds(response: TransportReply): number | undefined {
  const applied = /\bwait=(\d+)/i.exec(response.headers.get("preference-applied") ?? "");
  return applied ? Number(applied[1]) : undefined;
}

function retryAfterSeconds(response: TransportReply): number | undefined {
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
