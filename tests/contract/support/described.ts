import { appendFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { expect, inject } from "vitest";
import type { Reply } from "./http";
import { operationOf, seenFile, type MediaType, type Operation } from "./openapi";

/*
 * Every reply of the run is held against /openapi.json, whatever the test was about: its path and method, its
 * status, its headers, its kind, and its body to the last field.
 */

const document = inject("openapi");

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema(closed(document) as object, "api");
const checks = new Map<unknown, ValidateFunction>();

/** What a test sent, as far as it is fields and not text that is meant to be broken. */
export interface Sent {
  json?: unknown;
  form?: Record<string, string>;
}

/** @throws when the document does not know this reply, or knows it otherwise. */
export function expectDescribed(method: string, path: string, sent: Sent, reply: Reply): void {
  const found = operationOf(document, method, path);
  const what = `${method} ${path} answered ${reply.status} ${reply.text.slice(0, 300)}`;
  if (!found.operation) {
    expectNoSuchCall(reply, found.template !== undefined, what);
    return;
  }
  const response = found.operation.responses[reply.status];
  if (!response) throw new Error(`/openapi.json does not know that ${what}`);
  note(`${found.name} ${reply.status}`);
  for (const [name, header] of Object.entries(response.headers ?? {})) {
    const { required, schema } = resolve(header);
    const value = reply.headers[name.toLowerCase()];
    if (value === undefined && !required) continue;
    expectFits(schema ?? {}, Array.isArray(value) ? value.join(", ") : value, `${what}, header ${name}`);
  }
  if (method === "HEAD") return;
  expectBody(response.content, reply, what);
  if (reply.status < 300) expectAllowed(found.operation, sent, what);
}

/** 404 for a path that is nobody's, 405 for a method; both in the words of a refusal. */
function expectNoSuchCall(reply: Reply, isPath: boolean, what: string): void {
  expect(reply.status, `/openapi.json has no such call, and ${what}`).toBe(isPath ? 405 : 404);
  if (reply.text === "") return;
  const words = reply.body as { detail?: unknown };
  const schema = words.detail === undefined ? "OAuthError" : "Error";
  expectFits({ $ref: `#/components/schemas/${schema}` }, reply.body, what);
}

function expectBody(content: Record<string, MediaType> | undefined, reply: Reply, what: string): void {
  if (!content) {
    expect(reply.text, `/openapi.json knows no body, and ${what}`).toBe("");
    return;
  }
  const type = (reply.headers["content-type"] ?? "").split(";")[0] ?? "";
  const media = content[type];
  if (!media) throw new Error(`/openapi.json does not know ${type || "a reply without a type"}, and ${what}`);
  if (media.schema) expectFits(media.schema, reply.body, what);
}

/** What was taken must be something that the document allows: a client made from it must not be narrower. */
function expectAllowed({ requestBody }: Operation, { json, form }: Sent, what: string): void {
  // Empty parameters of a form are as good as absent.
  const fields = form ? Object.fromEntries(Object.entries(form).filter(([, value]) => value !== "")) : json;
  if (fields === undefined || !requestBody) return;
  const media = requestBody.content[form ? "application/x-www-form-urlencoded" : "application/json"];
  if (media?.schema) expectFits(media.schema, fields, `the request of which ${what}`);
}

function expectFits(schema: object, value: unknown, what: string): void {
  let check = checks.get(schema);
  if (!check) checks.set(schema, (check = ajv.compile(outside(schema))));
  if (!check(value))
    throw new Error(`/openapi.json says otherwise: ${what}\n${ajv.errorsText(check.errors)}`);
}

/** The schema, referring into the document from outside of it. */
function outside(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#', '"$ref":"api#')) as object;
}

function resolve(header: { $ref?: string; required?: boolean; schema?: object }) {
  const name = header.$ref?.split("/").at(-1);
  return name ? (document.components.headers[name] ?? {}) : header;
}

/**
 * For clients the schemas are open, since a server may say more one day. Here it may not say more than they do.
 * Requests stay open: unknown fields are passed over.
 */
function closed(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(closed);
  const inner = Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, /Request$|^requestBody$/.test(key) ? one : closed(one)]),
  );
  const isObject = "properties" in value && "type" in value && value.type === "object";
  return isObject && !("additionalProperties" in value) ? { ...inner, additionalProperties: false } : inner;
}

const noted = new Set<string>();

function note(line: string): void {
  if (noted.has(line)) return;
  noted.add(line);
  appendFileSync(seenFile(inject("runDir")), `${line}\n`);
}
