import type { OutgoingHttpHeaders } from "node:http";
import { expect } from "vitest";
import { expectDescribed } from "./described";
import type { Host } from "./hosts";
import { send, type Message, type Reply } from "./http";
import { noteSecretsIn } from "./secrets-seen";
import { anyText, textLike } from "./matchers";

/** What /openapi.json speaks of; better-auth and tRPC have other clients. */
const DESCRIBED = /^\/+(v1|oauth|healthz|readyz|openapi\.json|\.well-known)(\/|\?|$)/;

export interface Call extends Message {
  json?: unknown;
  form?: Record<string, string>;
  /** What goes behind `Bearer`. */
  bearer?: string;
  /** The address to come from, on hosts that believe `X-Forwarded-For`. */
  from?: string;
}

/** A call of the contract. Whatever the answer is, it must keep the rules that hold for every reply. */
export async function call(host: Host, method: string, path: string, options: Call = {}): Promise<Reply> {
  const { json, form, bearer, from, localAddress } = options;
  const headers: OutgoingHttpHeaders = { ...options.headers };
  if (json !== undefined) headers["Content-Type"] = "application/json";
  if (form) headers["Content-Type"] = "application/x-www-form-urlencoded";
  if (bearer !== undefined) headers["Authorization"] = `Bearer ${bearer}`;
  if (from) headers["X-Forwarded-For"] = from;
  const body =
    json === undefined ? (form ? new URLSearchParams(form).toString() : options.body) : JSON.stringify(json);
  const reply = await send(host.url, method, path, { headers, body, localAddress });
  noteSecretsIn(reply);
  if (/^\/+(v1|healthz|readyz|openapi\.json)/.test(path)) expectEveryRule(reply, `${method} ${path}`);
  if (/^\/+(oauth|\.well-known)\/(?!authorize)/.test(path)) expectOAuthRules(reply, `${method} ${path}`);
  if (DESCRIBED.test(path)) expectDescribed(method, path, { json, form }, reply);
  return reply;
}

/** Contract, first paragraph and §3: the RFCs' errors, and no `detail`. */
function expectOAuthRules(reply: Reply, what: string): void {
  expectReplyRules(reply, what);
  if (reply.status < 400 || reply.text === "") return;
  expect(Object.keys(reply.body as object).sort()).toEqual(
    expect.arrayContaining(["error", "error_description"]) as unknown,
  );
  expect(reply.body).not.toHaveProperty("detail");
  const { error, error_description } = reply.body as Record<string, string>;
  expect(error).toMatch(/^[a-z_]+$/);
  // RFC 6749 §5.2: printable ASCII, neither quotes nor backslashes.
  expect(error_description).toMatch(/^[\x20\x21\x23-\x5b\x5d-\x7e]+$/);
}

/** Contract, first paragraph. */
export function expectEveryRule(reply: Reply, what: string): void {
  expectReplyRules(reply, what);
  if (reply.status >= 400 && reply.text !== "") {
    // What an RFC 8628 client reads, and what the command line in the field reads.
    expect(reply.body).toMatchObject({
      error: textLike(/^[a-z_]+$/),
      error_description: textLike(/./),
      detail: expect.anything() as unknown,
    });
  }
}

function expectReplyRules(reply: Reply, what: string): void {
  const rules = {
    cacheControl: reply.headers["cache-control"],
    contentTypeOptions: reply.headers["x-content-type-options"],
    requestId: reply.headers["x-request-id"],
    isRedirect: reply.status >= 300 && reply.status < 400,
  };
  expect(rules, `${what} answered ${reply.status} ${reply.text.slice(0, 200)}`).toEqual({
    cacheControl: "no-store",
    contentTypeOptions: "nosniff",
    requestId: textLike(/^[\w-]{8,}$/),
    isRedirect: false,
  });
  if (reply.text !== "") {
    expect(reply.headers["content-type"]).toMatch(/^application\/json(; ?charset=utf-8)?$/i);
    expect(reply.body, `${what} answered no JSON: ${reply.text.slice(0, 200)}`).toBeDefined();
  }
}

/** A refusal with this status and exactly this `detail`; its whole body, when it has no field beyond the three. */
export function expectRefusal(reply: Reply, status: number, detail: unknown): void {
  expect({ status: reply.status, body: reply.body }).toEqual({
    status,
    body: { error: anyText, error_description: anyText, detail },
  });
}
