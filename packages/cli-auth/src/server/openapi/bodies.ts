import type { ExamplesObject, RequestBodyObject, ResponseObject, SchemaObject } from "openapi3-ts/oas31";
import { replyHeaders } from "./headers";
import { ref, type SchemaName } from "./schemas";

const FORM = "application/x-www-form-urlencoded";

/** A reply that did what was asked. */
export function reply(
  description: string,
  schema: SchemaName | SchemaObject,
  example: unknown,
): ResponseObject {
  return {
    description,
    headers: replyHeaders(),
    content: {
      "application/json": { schema: typeof schema === "string" ? ref(schema) : schema, example },
    },
  };
}

/** 204. */
export const nothing = (description: string): ResponseObject => ({ description, headers: replyHeaders() });

/** A body of `/v1`: JSON, or the same fields as a form. */
export function fields(
  name: SchemaName,
  example: Record<string, unknown>,
  { required = true } = {},
): RequestBodyObject {
  const content = { schema: ref(name), example };
  return { required, content: { "application/json": content, [FORM]: content } };
}

/** A body of `/oauth`: a form, of one of these kinds. Examples by their names. */
export function form(names: SchemaName[], examples: ExamplesObject): RequestBodyObject {
  const [only, ...others] = names.map(ref);
  const schema = others.length === 0 && only ? only : { oneOf: names.map(ref) };
  return { required: true, content: { [FORM]: { schema, examples } } };
}
