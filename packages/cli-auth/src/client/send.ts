import { BadResponseError, MisuseError, type RefusedError } from "./errors";
import { CALL_TIMEOUT_MS, exchange } from "./exchange";
import { clean, readJson, readRefusal } from "./reply";
import { normalizeServer } from "./server-url";
import type { Transport, WithFetch } from "./transport";

/** What every function of the SDK takes besides its own options. */
export interface Connection {
  /** The server's base URL; a path prefix and a slash at the end are fine. */
  server: string;
  /** Aborts the call: it rejects at once with the signal's reason. */
  signal?: AbortSignal;
  /**
   * Sends the calls; it must honour `init.signal`. By default Node's own HTTP, which goes through the proxy that the
   * environment names and trusts the authorities that it names; elsewhere `globalThis.fetch`.
   */
  fetch?: Transport;
  /** Milliseconds for one HTTP call, its body included; 10,000 by default. */
  timeoutMs?: number;
}

export interface Request {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  path: string;
  /** Instead of `path`, where discovery named the address. */
  url?: string;
  body?: Record<string, unknown>;
  /** Instead of `body`, where the call takes a form. */
  form?: Record<string, string | undefined>;
  apiKey?: string;
  /** Instead of `apiKey`, where a client proves itself. */
  client?: ClientCredentials;
  /** How long the server may hold the reply (RFC 7240 §4.3); the call may take so much longer. */
  waitSeconds?: number;
}

/** A client with a secret, as `npm run admin -- clients` registered it. */
export interface ClientCredentials {
  clientId: string;
  clientSecret: string;
}

/** An answer that could be read: the body of a 2xx, or the refusal that anything else carried. */
export type Reply = { ok: true; status: number; body: unknown } | { ok: false; refusal: RefusedError };

/**
 * One HTTP call.
 * @throws {BadResponseError} no answer, or one that is not the server's.
 * @throws {MisuseError} a server URL or an API key that cannot be sent.
 */
export async function send(connection: WithFetch<Connection>, request: Request): Promise<Reply> {
  const url = request.url ?? normalizeServer(connection.server) + request.path;
  const { waitSeconds = 0 } = request;
  const timeoutMs = (connection.timeoutMs ?? CALL_TIMEOUT_MS) + waitSeconds * 1000;
  const { response, text } = await exchange({ ...connection, timeoutMs }, url, {
    method: request.method,
    headers: headersOf(request),
    body: request.form ? formOf(request.form) : request.body && JSON.stringify(request.body),
    redirect: "manual",
  });
  const { status } = response;

  if (response.type === "opaqueredirect" || (status >= 300 && status < 400)) {
    const target = clean(response.headers.get("location") ?? "another address");
    const message = `${url} redirects to ${target}. Redirects are not followed: use the server's own URL.`;
    throw new BadResponseError(message, { reason: "redirect", status });
  }
  if (status < 200 || status > 299)
    return { ok: false, refusal: readRefusal(readJson(text, url, status), url, response) };
  return { ok: true, status, body: text === "" ? undefined : readJson(text, url, status) };
}

function headersOf({ body, form, apiKey, client, waitSeconds }: Request): Record<string, string> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (waitSeconds) headers["Prefer"] = `wait=${waitSeconds}`;
  if (body) headers["Content-Type"] = "application/json";
  if (form) headers["Content-Type"] = "application/x-www-form-urlencoded;charset=UTF-8";
  if (apiKey !== undefined) {
    if (!/^[\x21-\x7e]+$/.test(apiKey)) {
      throw new MisuseError("The API key is empty or holds characters that no API key has.");
    }
    headers["Authorization"] = `Bearer ${apiKey}`;
  }
  if (client) headers["Authorization"] = `Basic ${basic(client)}`;
  return headers;
}

/** RFC 6749 §2.3.1: both are form-encoded before they are joined. */
function basic({ clientId, clientSecret }: ClientCredentials): string {
  return btoa(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`);
}

function formOf(fields: Record<string, string | undefined>): string {
  const sent = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) sent.set(name, value);
  return sent.toString();
}
