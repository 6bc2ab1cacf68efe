import { personName } from "@alprina/cli-auth/client/node";
import { describe, expect, test } from "vitest";

import { countdown, humanTime } from "../src/time";

import { widthOf, wrap } from "../src/wrap";

const now = Date.parse("2026-11-23T19:00:00Z");

test.each([
  ["2026-11-23T18:59:30Z", "just now"],
  ["2026-11-23T19:00:30Z", "in less than a minute"],
  ["2026-11-23T18:58:59Z", "1 minute ago"],
  ["2026-11-24T03:00:00Z", "in 8 hours"],
  ["2026-11-20T19:00:00Z", "3 days ago"],
  ["2027-11-23T12:00:00Z", "23 Nov 2027"],
  ["some day", "some day"],
])("%s reads %s", (instant, expected) => {
  expect(humanTime(instant, now)).toBe(expected);
});

test("a countdown never shows less than nothing", () => {
  expect([872, 59.2, 0, -3].map(countdown)).toEqual(["14:32", "1:00", "0:00", "0:00"]);
});

describe("a sentence", () => {
  test("breaks between words and goes on under where it began", () => {
    expect(wrap("✓ Signed in as Ada Lovelace", 16)).toBe("✓ Signed in as\n  Ada Lovelace");
    expect(wrap("    Device   ada", 80)).toBe("    Device   ada");
  });

  test("leaves an address whole, and colours out of the count", () => {
    const green = "\u001b[32mOpen\u001b[39m";
    expect(wrap(`${green} http://localhost:3000/authorize now`, 20)).toBe(
      `${green}\nhttp://localhost:3000/authorize\nnow`,
    );
    expect(widthOf(green)).toBe(4);
  });
});

test("a person is called by what they let the key know", () => {
  const ada = { id: "p1", email: "ada@example.com", fullName: "Ada Lovelace" };
  expect(personName(ada)).toBe("Ada Lovelace <ada@example.com>");
  expect(personName({ ...ada, fullName: null })).toBe("ada@example.com");
  expect(personName({ ...ada, email: "" })).toBe("Ada Lovelace");
  expect(personName({ ...ada, email: "", fullName: null })).toBe("account p1");
});
