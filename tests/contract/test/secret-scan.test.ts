import { expect, it } from "vitest";
import { leakyLines, type Secret } from "../support/secret-scan";

/** The look through the logs after each run would pass in silence if it were blind. */

const seen: Secret[] = [
  { kind: "password", value: "correct horse battery" },
  { kind: "user_code", value: "WDJB-MJHT" },
  { kind: "cookie", value: "abc%2Bdef" },
];

it.each([
  ["a password that a test knew", '{"body":"correct horse battery"}', "password"],
  ["a code without its dash, in small letters", "GET /authorize?x=wdjbmjht", "user_code"],
  ["a cookie as the browser decodes it", "abc+def", "cookie"],
  ["a key that no test knew", `key alprina_sk_live_${"Ab3".repeat(14)}x`, "api_key by its form"],
  ["a user code that no test knew", "code BCDF-GHJK", "user_code by its form"],
  ["a code in an address", "GET /callback?code=4f2a&x=1", "a code in an address"],
  ["a JWT", "token eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NSJ9.c2ln", "a JWT"],
  ["a session cookie", "Cookie: __Host-alprina.session=q1w2e3", "a cookie"],
  ["an Authorization header", "authorization: Bearer q1w2e3r4t5y6u7i8", "an Authorization header"],
])("finds %s, and names its line without it", (_, line, kind) => {
  const [found = "", ...more] = leakyLines(seen, `a line\n${line}\nanother`);
  expect(more).toEqual([]);
  expect(found).toContain(`2: ${kind}: `);
  for (const secret of [
    "correct horse",
    "wdjbmjht",
    "abc+def",
    "Ab3Ab3",
    "BCDF-",
    "4f2a",
    "eyJzdWI",
    "q1w2e3",
  ])
    expect(found).not.toContain(secret);
});

it("lets pass what is masked, and what is none", () => {
  const text = [
    "GET /authorize?user_code=[hidden]&x=1",
    "Cookie: alprina.session=[hidden]",
    "Authorization: Bearer [hidden]",
    '{"level":50,"err":{"code":"P2002"},"key":"alprina_sk_live_Ab3x"}',
    "20261125000000_care is migrated",
  ].join("\n");
  expect(leakyLines(seen, text)).toEqual([]);
});
