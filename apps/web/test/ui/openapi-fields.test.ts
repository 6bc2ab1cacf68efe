import { describe, expect, it } from "vitest";
import { snippetsOf } from "@/lib/openapi/curl";
import { chaptersOf, type Document } from "@/lib/openapi/document";
import { alternativesOf, typeOf } from "@/lib/openapi/fields";

const document = {
  openapi: "3.1.1",
  info: { title: "", version: "" },
  tags: [{ name: "One" }],
  paths: {
    "/things/{id}": {
      parameters: [{ name: "id", in: "path", example: "a b", schema: { type: "string" } }],
      patch: {
        operationId: "rename",
        tags: ["One"],
        security: [{ session: [] }, { apiKey: [] }],
        requestBody: { content: { "application/json": { example: { name: "Ada's" } } } },
        responses: {},
      },
    },
    "/things": {
      post: {
        operationId: "add",
        tags: ["One"],
        requestBody: {
          content: { "application/x-www-form-urlencoded": { example: { plain: "a-b", odd: "a b&c$(x)" } } },
        },
        responses: {},
      },
    },
  },
  components: { schemas: { Thing: { type: "object", properties: { kind: { const: "a" } } } } },
} as unknown as Document;

const calls = chaptersOf(document).flatMap((chapter) => chapter.calls);
const snippet = (id: string) => {
  const call = calls.find((one) => one.id === id);
  return call && snippetsOf(call, "https://x.example")[0]?.text;
};

describe("a curl example", () => {
  it("fills the path, brings the key by a variable, and survives the shell", () => {
    expect(snippet("rename")).toBe(
      [
        "curl -X PATCH https://x.example/things/a%20b \\",
        '  -H "Authorization: Bearer $API_KEY" \\',
        "  -H 'Content-Type: application/json' \\",
        `  -d '{"name":"Ada'\\''s"}'`,
      ].join("\n"),
    );
  });

  it("sends a form field by field, encoded where it must be", () => {
    expect(snippet("add")).toBe(
      "curl https://x.example/things \\\n  -d plain=a-b \\\n  --data-urlencode 'odd=a b&c$(x)'",
    );
  });
});

describe("a type in words", () => {
  it.each([
    [{ type: "string" }, "string"],
    [
      { anyOf: [{ type: "string", maxLength: 4_096 }, { type: "null" }] },
      "string or null, up to 4,096 characters",
    ],
    [{ enum: ["active", "revoked"] }, '"active" or "revoked"'],
    [{ type: "array", items: { type: "string" } }, "list of string"],
  ] as const)("%j", (schema, words) => {
    expect(typeOf(document, schema as never)).toBe(words);
  });

  it("tells alternatives by what is constant in them", () => {
    const schema = { oneOf: [{ $ref: "#/components/schemas/Thing" }] } as never;
    expect(alternativesOf(document, schema).map(({ title }) => title)).toEqual(["kind = a"]);
  });
});
