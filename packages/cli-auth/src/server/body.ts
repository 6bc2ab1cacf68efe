import type { z } from "zod";
import { WireError, invalidRequest } from "./wire-error";

const MAX_BODY_BYTES = 16 * 1024;
const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * The fields of a request body, JSON or a form, checked against `schema`. A body that is empty or absent has no
 * fields, and no Content-Type is needed: command lines in the field send none.
 * @throws WireError 413 over 16 KiB, 415 for kinds that we do not read, 422 for what does not fit.
 */
export async function readFields<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  return checkFields(await readBody(request), schema);
}

/** @throws WireError 422 for fields that do not fit `schema`. */
export function checkFields<Schema extends z.ZodType>(
  fields: Record<string, unknown>,
  schema: Schema,
): z.output<Schema> {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join(".")}: ${message}` : message,
  );
  throw invalidRequest(issues.join("; "));
}

/**
 * The same without a schema: whatever names and values the body has.
 * @throws WireError 413, 415 and 422 as `readFields`.
 */
export async function readBody(request: Request): Promise<Record<string, unknown>> {
  return fieldsOf(await readBytes(request), request.headers.get("content-type"));
}

/**
 * The fields of a body that has arrived, whatever names and values it has.
 * @throws WireError 415 and 422 as `readFields`.
 */
export function fieldsOf(bytes: Uint8Array, contentType: string | null): Record<string, unknown> {
  return toFields(textOf(bytes), mediaType(contentType));
}

function mediaType(contentType: string | null): string {
  return (contentType ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const encoding = request.headers.get("content-encoding");
  if (encoding && encoding !== "identity")
    throw unsupported(`Content-Encoding ${encoding} is not accepted here.`);
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Counted while it arrives: the length that a client announces is only its word.
  const reader = (request.body as ReadableStream<Uint8Array> | null)?.getReader();
  for (;;) {
    // Who leaves in the middle, or is too slow, is no failure of ours.
    const read = await reader?.read().catch(() => {
      throw invalidRequest("The body did not arrive whole.");
    });
    if (!read?.value) break;
    size += read.value.byteLength;
    if (size > MAX_BODY_BYTES) throw tooLarge();
    chunks.push(read.value);
  }
  return Buffer.concat(chunks);
}

function textOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes).trim();
  } catch {
    throw invalidRequest("The body is not UTF-8.");
  }
}

function toFields(text: string, type: string): Record<string, unknown> {
  if (text === "") return {};
  if (type.startsWith("multipart/")) throw unsupported("Send JSON or a URL-encoded form, not multipart.");
  // `curl -d '{…}'` calls everything a form, and bare HTTP clients name no type: look at the body itself.
  const looksLikeJson = /^[[{"]/.test(text);
  const saysForm = type === "application/x-www-form-urlencoded";
  if (!looksLikeJson && (saysForm || (type === "" && text.includes("=")))) return formFields(text);
  return jsonFields(text);
}

function jsonFields(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalidRequest("The body is not valid JSON.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw invalidRequest("The body must be a JSON object.");
  }
  return value as Record<string, unknown>;
}

function formFields(text: string): Record<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) {
    // RFC 6749 §3.1: a parameter given twice has no meaning that both sides agree on.
    if (fields.has(name)) throw invalidRequest(`${name.slice(0, 40)}: given more than once`);
    fields.set(name, value);
  }
  return Object.fromEntries(fields);
}

function tooLarge(): WireError {
  return new WireError(413, "request_too_large", `The body is larger than ${MAX_BODY_BYTES} bytes.`);
}

function unsupported(detail: string): WireError {
  return new WireError(415, "unsupported_media_type", detail);
}
