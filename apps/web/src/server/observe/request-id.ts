import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isTrusted } from "../client-ip";

/** Nothing that a log, a header or a shell could take for more than a word. */
const WELL_FORMED = /^[\w-]{8,40}$/;

/**
 * The id that a request goes by here and in its reply: a trusted proxy's own, so that its log and ours can be laid
 * side by side, else a new one. Anybody else could write another's into our log.
 */
export function requestIdOf(request: IncomingMessage, trustedProxies: string[]): string {
  if (trustedProxies.length === 0) return randomUUID();
  const sent = request.headers["x-request-id"];
  return chooseRequestId(typeof sent === "string" ? sent : null, request, trustedProxies);
}

/** The same for an id that was read before; null for none. */
export function chooseRequestId(
  sent: string | null,
  request: IncomingMessage,
  trustedProxies: string[],
): string {
  const isOurs =
    sent !== null && WELL_FORMED.test(sent) && isTrusted(request.socket.remoteAddress, trustedProxies);
  return isOurs ? sent : randomUUID();
}
