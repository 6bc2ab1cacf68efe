import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { MediaTypeObject, OperationObject, ResponseObject, SchemaObject } from "openapi3-ts/oas31";
import { describe, expect, it } from "vitest";
import { errorWords, keyErrorWords, oauthErrorWords, oauthPaths } from "../../src/protocol/index";
import { describeApi, restRoutes } from "../../src/server/index";

const api = { publicUrl: "https://login.example.com", cliName: "alprina" };
const document = describeApi(api);
const methods = ["get", "post", "put", "patch", "delete"] as const;

const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
  methods.flatMap((method) => {
    const operation = item[method];
    return operation ? [{ name: `${method.toUpperCase()} ${path}`, path, operation }] : [];
  }),
);

const ajv = new Ajv2020({ strict: false });
ajv.addSchema(document, "api");

describe("the OpenAPI document", () => {
  it("is OpenAPI 3.1", async () => {
    const validator = new Validator();
    const result = await validator.validate({ ...structuredClone(document) });
    expect(result.errors).toBeUndefined();
    expect({ valid: result.valid, version: validator.version }).toEqual({ valid: true, version: "3.1" });
  });

  it("knows every route of the handler, and no other but the page of the web app", () => {
    const app = restRoutes({
      ...api,
      createCaller: () => {
        throw new Error("No call is made here.");
      },
      checkReady: async () => undefined,
      isStopping: () => false,
      logError: () => undefined,
      requestId: () => undefined,
    });
    const routes = app.routes
      .filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`);
    const page = `GET ${oauthPaths.authorize}`;
    expect(operations.map(({ name }) => name).sort()).toEqual([...new Set([...routes, page])].sort());
  });

  it("refers only to what is there", () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#([^"]+)"/g)].map(([, at]) => at ?? "");
    expect(refs.length).toBeGreaterThan(50);
    for (const at of refs) expect(find(at), at).toBeDefined();
  });

  it("has a plain description of every field", () => {
    const missing: string[] = [];
    for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
      visit(schema as SchemaObject, (field, inner) => {
        if (!inner.description) missing.push(`${name}.${field}`);
      });
    }
    expect(missing).toEqual([]);
  });

  it("gives every operation an id of its own", () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe.each(operations)("$name", ({ path, operation }) => {
  it("says what it does, for whom, and where it belongs", () => {
    expect(operation.summary).toMatch(/\w{3}/);
    expect(operation.description).toMatch(/\.$/m);
    expect(operation.security).toBeDefined();
    expect(document.tags?.map(({ name }) => name)).toEqual(
      expect.arrayContaining(operation.tags ?? ["none"]),
    );
  });

  it("has examples that fit its own schemas", () => {
    for (const { what, content } of contents(operation)) {
      for (const [type, media] of Object.entries(content)) {
        if (type === "text/html") continue;
        const examples = examplesOf(media);
        expect(examples, `${what} ${type}`).not.toEqual([]);
        for (const example of examples) {
          const check = ajv.compile({ ...inDocument(media.schema as SchemaObject) });
          expect(check(example), `${what}: ${JSON.stringify(check.errors)}`).toBe(true);
        }
      }
    }
  });

  it("names only words that its dialect has, each with an example", () => {
    const isOAuth = path.startsWith("/oauth");
    const known: readonly string[] = isOAuth ? oauthErrorWords : [...errorWords, ...keyErrorWords];
    for (const [status, response] of Object.entries(operation.responses ?? {})) {
      if (Number(status) < 400) continue;
      const media = (response as ResponseObject).content?.["application/json"];
      const schema = media?.schema as { properties: { error: { enum: string[] } } };
      const shown = examplesOf(media ?? {}).map((example) => (example as { error: string }).error);
      expect(new Set(shown)).toEqual(new Set(schema.properties.error.enum));
      for (const word of shown) expect(known).toContain(word);
    }
  });
});

function contents({ requestBody, responses }: OperationObject) {
  const bodies = { request: requestBody, ...(responses as Record<string, unknown>) };
  return Object.entries(bodies).flatMap(([what, body]) => {
    const content = (body as { content?: Record<string, MediaTypeObject> } | undefined)?.content;
    return content ? [{ what, content }] : [];
  });
}

function examplesOf({ example, examples }: MediaTypeObject): unknown[] {
  if (example !== undefined) return [example];
  return Object.values(examples ?? {}).map((one) => (one as { value: unknown }).value);
}

/** The schema as it reads from outside the document. */
function inDocument(schema: SchemaObject): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#', '"$ref":"api#')) as object;
}

function find(pointer: string): unknown {
  const steps = pointer.split("/").slice(1);
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document);
}

function visit(schema: SchemaObject, see: (field: string, inner: SchemaObject) => void): void {
  for (const [field, inner] of Object.entries(schema.properties ?? {})) {
    see(field, inner as SchemaObject);
    visit(inner as SchemaObject, see);
  }
  for (const part of [
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...(schema.items ? [schema.items] : []),
  ]) {
    visit(part as SchemaObject, see);
  }
}
