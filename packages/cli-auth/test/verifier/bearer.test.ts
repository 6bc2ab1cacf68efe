import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readBearer } from "../../src/verifier";

describe("an Authorization header", () => {
  test.each([
    [undefined, { kind: "none" }],
    [null, { kind: "none" }],
    ["", { kind: "none" }],
    ["Basic YTpi", { kind: "none" }],
    ["Bearers abc", { kind: "none" }],
    ["Bearer", { kind: "malformed" }],
    ["Bearer ", { kind: "malformed" }],
    ["Bearer a b", { kind: "malformed" }],
    ["Bearer a, Bearer b", { kind: "malformed" }],
    ['Bearer "abc"', { kind: "malformed" }],
    ["Bearer abc\n", { kind: "malformed" }],
    ["Bearer =abc", { kind: "malformed" }],
    ["Bearer abc", { kind: "token", token: "abc" }],
    ["bEARER   a-._~+/9==", { kind: "token", token: "a-._~+/9==" }],
  ])("%j is read as RFC 6750 says", (header, expected) => {
    expect(readBearer(header)).toEqual(expected);
  });

  const anything = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(..."BEARERbearer \t\r\n\0=,~é🙂") }),
    fc.string({ unit: "binary" }).map((rest) => `Bearer ${rest}`),
  );
  test("never throws, and gives no token that was not sent, or could not be one", () => {
    fc.assert(
      fc.property(anything, (header) => {
        const bearer = readBearer(header);
        if (bearer.kind !== "token") return;
        expect(header.endsWith(bearer.token)).toBe(true);
        expect(bearer.token).toMatch(/^[\x21-\x7e]+$/);
      }),
      { numRuns: 1_000 },
    );
  });

  const tokens = fc.tuple(
    fc.string({ unit: fc.constantFrom(..."azAZ09-._~+/"), minLength: 1, maxLength: 99 }),
    fc.constantFrom("", "=", "=="),
  );
  test("gives back every token that RFC 6750 allows", () => {
    fc.assert(
      fc.property(tokens, fc.integer({ min: 1, max: 5 }), ([text, padding], spaces) => {
        const token = text + padding;
        expect(readBearer(`bearer${" ".repeat(spaces)}${token}`)).toEqual({ kind: "token", token });
      }),
    );
  });
});
