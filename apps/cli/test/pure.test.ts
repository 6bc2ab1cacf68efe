import { describe, expect, test } from "vitest";

import { whyNoBrowser } from "../src/browser";
import { readEnv } from "../src/env";
import { personName } from "../src/keep-credential";
import { countdown, humanTime } from "../src/time";

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

describe("a browser is opened", () => {
  const animated = { animated: true } as Parameters<typeof whyNoBrowser>[0]["terminal"];
  const reason = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform = "linux", terminal = animated) =>
    whyNoBrowser({ env: readEnv(env, platform), terminal });

  test("where somebody sits at a desktop", () => {
    expect(reason({ DISPLAY: ":0" })).toBeUndefined();
    expect(reason({ WAYLAND_DISPLAY: "wayland-0" })).toBeUndefined();
    expect(reason({ WSL_DISTRO_NAME: "Ubuntu" })).toBeUndefined();
    expect(reason({}, "darwin")).toBeUndefined();
  });

  test("nowhere else", () => {
    expect(reason({})).toContain("no desktop");
    expect(reason({ DISPLAY: "localhost:10.0", SSH_CONNECTION: "1" })).toContain("SSH");
    expect(reason({ CI: "true" }, "darwin")).toContain("CI");
    expect(reason({ DISPLAY: ":0" }, "linux", { ...animated, animated: false })).toContain("terminal");
  });
});

test("a person is called by what they let the key know", () => {
  const ada = { id: "p1", email: "ada@example.com", fullName: "Ada Lovelace" };
  expect(personName(ada)).toBe("Ada Lovelace <ada@example.com>");
  expect(personName({ ...ada, fullName: null })).toBe("ada@example.com");
  expect(personName({ ...ada, email: "" })).toBe("Ada Lovelace");
  expect(personName({ ...ada, email: "", fullName: null })).toBe("account p1");
});
