import { describe, expect, test } from "vitest";

import { version } from "../package.json";
import { someone } from "./run";

describe("what was asked for goes to stdout, and is a success", () => {
  test("the version", async () => {
    const { run } = await someone();
    expect(await run(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  test("help, with the exit codes and the environment", async () => {
    const { run } = await someone();
    const { code, stdout, stderr } = await run(["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const words of ["login", "logout", "whoami", "devices", "Exit codes", "ALPRINA_SERVER"]) {
      expect(stdout).toContain(words);
    }
  });

  test.each(["login", "logout", "status"])("auth %s is the same command", async (name) => {
    const { run } = await someone();
    const older = await run(["auth", name, "--help"]);
    const newer = await run([name === "status" ? "whoami" : name, "--help"]);
    expect(older.code).toBe(0);
    const options = (help: string) => help.slice(help.indexOf("\n"));
    expect(options(older.stdout)).toBe(options(newer.stdout));
  });
});

describe("wrong usage ends with 2, says what to do, and sends nothing", () => {
  const cases: [string, string[], string, NodeJS.ProcessEnv?][] = [
    ["no command", [], "Usage: alprina"],
    ["an unknown command", ["lgoin"], "Did you mean login?"],
    ["an unknown option", ["whoami", "--yaml"], "unknown option"],
    ["a missing value", ["login", "--code"], "argument missing"],
    ["an empty code", ["login", "--code", ""], "6 to 12 letters"],
    ["half a code", ["login", "--code", "K7M"], "settings/devices"],
    ["a key for a code", ["login", "--code", "alprina_sk_live_abc"], "ALPRINA_API_KEY"],
    ["a server without scheme", ["whoami", "--server", "localhost:3000"], "write http://localhost:3000"],
    ["a bad server in the environment", ["whoami"], "In ALPRINA_SERVER", { ALPRINA_SERVER: "nowhere" }],
    ["a device name without end", ["login", "--device-name", "x".repeat(201)], "200 is the most"],
  ];
  test.each(cases)("%s", async (_what, args, words, env) => {
    const { run } = await someone();
    const { code, stdout, stderr } = await run(args, { env });
    expect(stderr).toContain(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  test("a pasted key is not put on the screen", async () => {
    const { run } = await someone();
    const { stderr } = await run(["login", "--code", "alprina_sk_live_secret"]);
    expect(stderr).not.toContain("secret");
  });
});

describe("not being signed in ends with 1", () => {
  test.each([["whoami"], ["devices"], ["logout"], ["auth status"]])("%s", async (command) => {
    const { run } = await someone();
    const { code, stdout, stderr } = await run(command.split(" "));
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("You are not signed in to http://localhost:3000.");
    expect(stderr).toContain("alprina login");
  });
});
