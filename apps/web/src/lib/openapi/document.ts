import type { OpenApi } from "@alprina/cli-auth/server";

export type Document = OpenApi.OpenAPIObject;
export type Schema = OpenApi.SchemaObject;
export type Reply = OpenApi.ResponseObject;
export type MediaType = OpenApi.MediaTypeObject;

/** One call, with what it has in common with others looked up. */
export interface Call {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  /** Names of security schemes; empty when anybody may call. */
  callers: string[];
  parameters: OpenApi.ParameterObject[];
  body: OpenApi.RequestBodyObject | undefined;
  replies: [status: string, reply: Reply][];
}

export interface Chapter {
  name: string;
  description: string;
  calls: Call[];
}

const METHODS = ["get", "post", "put", "patch", "delete"] as const;

/** The document as it is read: chapter by chapter, each call in the document's order. */
export function chaptersOf(document: Document): Chapter[] {
  const calls = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation
        ? [{ tags: operation.tags ?? [], call: toCall(document, path, item, method, operation) }]
        : [];
    }),
  );
  return (document.tags ?? []).map(({ name, description }) => ({
    name,
    description: description ?? "",
    calls: calls.filter(({ tags }) => tags.includes(name)).map(({ call }) => call),
  }));
}

function toCall(
  document: Document,
  path: string,
  item: OpenApi.PathItemObject,
  method: string,
  operation: OpenApi.OperationObject,
): Call {
  const { operationId, summary, description, security, parameters, requestBody, responses } = operation;
  return {
    id: operationId ?? `${method}-${path}`,
    method: method.toUpperCase(),
    path,
    summary: summary ?? path,
    description: description ?? "",
    callers: (security ?? []).flatMap((way) => Object.keys(way)),
    parameters: [...(item.parameters ?? []), ...(parameters ?? [])].map((one) => resolve(document, one)),
    body: requestBody && resolve(document, requestBody),
    replies: Object.entries((responses ?? {}) as Record<string, Reply | OpenApi.ReferenceObject>).map(
      ([status, reply]) => [status, resolve(document, reply)],
    ),
  };
}

/** What stands behind a `$ref`, with what is said beside it; anything else as it is. */
export function resolve<Part extends object>(document: Document, part: Part | OpenApi.ReferenceObject): Part {
  if (!("$ref" in part)) return part;
  const { $ref, ...beside } = part;
  const steps = $ref.split("/").slice(1);
  const found = steps.reduce<unknown>(
    (at, step) => (at as Record<string, unknown> | undefined)?.[step],
    document,
  );
  return { ...(found as Part), ...beside };
}

/** The kind of body that a call takes, and how it looks. Forms come second when JSON is taken as well. */
export function firstBody(
  content: Record<string, MediaType> | undefined,
): [type: string, media: MediaType] | undefined {
  return Object.entries(content ?? {})[0];
}

export interface Example {
  name: string;
  title: string;
  value: unknown;
}

export function examplesOf({ example, examples }: MediaType): Example[] {
  if (example !== undefined) return [{ name: "", title: "", value: example }];
  return Object.entries((examples ?? {}) as Record<string, OpenApi.ExampleObject>).map(([name, one]) => ({
    name,
    title: one.summary ?? name,
    value: one.value as unknown,
  }));
}
