import type { Caller } from "@alprina/api";
import type { KeyErrorWord, MeResponse } from "../../protocol/index";
import type { RestOptions } from "../options";
import { WireError } from "../wire-error";
import { toUser } from "./key-response";

/** `GET /v1/auth/me`: whose key this is. */
export async function getMe(request: Request, options: RestOptions): Promise<Response> {
  const apiKey = readKey(request.headers.get("authorization"), options);
  const answer = await options.createCaller(request).keys.verify({ apiKey });
  return Response.json(meReply(answer, options));
}

/** @throws WireError 401 for a key that opens nothing. */
export function meReply(answer: VerifyAnswer, options: Pick<RestOptions, "cliName">): MeResponse {
  if (answer.kind !== "valid") throw refuseKey(answer, options);
  const { key, person, scopes } = answer;
  return {
    user: { ...toUser(person, scopes), created_at: person.createdAt.toISOString() },
    device: {
      id: key.id,
      name: key.name,
      created_at: key.createdAt.toISOString(),
      expires_at: (key.renewableUntil ?? key.expiresAt).toISOString(),
    },
  };
}

/** `POST /v1/auth/logout`: revokes the key that was sent. */
export async function logOut(request: Request, options: RestOptions): Promise<Response> {
  const apiKey = readKey(request.headers.get("authorization"), options);
  const answer = await options.createCaller(request).keys.revoke({ apiKey });
  if (answer.kind !== "valid") throw refuseKey(answer, options);
  return new Response(null, { status: 204 });
}

/** @throws WireError 401 for a header without a key, or with something else. */
export function readKey(header: string | null, options: Pick<RestOptions, "cliName">): string {
  if (!header?.trim()) {
    throw unauthorized("missing_authorization", "Authorization header required.", options);
  }
  const [scheme, key, ...rest] = header.trim().split(/\s+/);
  if (scheme?.toLowerCase() !== "bearer" || !key || rest.length > 0 || key.length > 512) {
    throw unauthorized("invalid_authorization_format", 'Send "Authorization: Bearer <api key>".', options);
  }
  return key;
}

export type VerifyAnswer = Awaited<ReturnType<Caller["keys"]["verify"]>>;
type Refused = Exclude<VerifyAnswer, { kind: "valid" }>;

function refuseKey(answer: Refused, options: Pick<RestOptions, "cliName">): WireError {
  const hint = answer.kind === "revoked" && answer.isLocked ? "Ask whoever runs this server." : undefined;
  return unauthorized("invalid_api_key", reasonOf(answer), options, hint);
}

/** Whoever holds the key may know how it ended: it tells its owner what to do, and a thief nothing of use. */
function reasonOf(answer: Refused): string {
  switch (answer.kind) {
    case "revoked":
      if (answer.isLocked) return "This API key was revoked: the account is locked.";
      return answer.at ? `This API key was revoked on ${inWords(answer.at)}.` : "This API key was revoked.";
    case "expired":
      return `This API key expired on ${inWords(answer.at)}.`;
    case "unknown":
      return "This API key is not known here.";
  }
}

function inWords(instant: Date): string {
  return `${instant.toISOString().slice(0, 10)} at ${instant.toISOString().slice(11, 16)} UTC`;
}

function unauthorized(
  error: KeyErrorWord,
  message: string,
  { cliName }: Pick<RestOptions, "cliName">,
  hint = `Run "${cliName} login" to sign in again.`,
): WireError {
  return new WireError(401, error, { error, message, hint }, { headers: { "WWW-Authenticate": "Bearer" } });
}
