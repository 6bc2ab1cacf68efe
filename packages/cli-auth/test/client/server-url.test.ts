import { expect, test } from "vitest";

import { MisuseError, normalizeServer } from "../../src/client";

test.each([
  ["http://localhost:3000/", "http://localhost:3000"],
  [" https://Login.Example.com ", "https://login.example.com"],
  ["https://example.com:443/alprina//", "https://example.com/alprina"],
  ["HTTP://[::1]:3000", "http://[::1]:3000"],
])("%s is %s", (input, expected) => {
  expect(normalizeServer(input)).toBe(expected);
});

test.each([
  ["", "is empty"],
  ["localhost:3000", "write http://localhost:3000"],
  ["login.example.com", "write https://login.example.com"],
  ["ftp://example.com", "not a server URL"],
  ["http://", "not a server URL"],
  ["https://user:pw@example.com", "user name"],
  ["https://example.com?x=1", "query"],
])("%o is refused with what to do", (input, words) => {
  expect(() => normalizeServer(input)).toThrow(MisuseError);
  expect(() => normalizeServer(input)).toThrow(words);
});
