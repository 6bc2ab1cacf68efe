import { describe, expect, test } from "vitest";

import { version } from "../package.json";
import { atTerminal } from "./pty";
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

  test("help that is known by heart is what the program itself says", async () => {
    const { run } = await someone();
    const own = await run(["help"]);
    for (const word of ["--help", "-h"]) expect(await run([word])).toEqual(own);
  });

  test("help in a narrow terminal breaks between words", async () => {
    const sitting = await atTerminal(["--help"], { columns: 70 });
    expect(await sitting.ended).toBe(0);
    expect(sitting.text()).toMatch(/show what is stored here and which\s+key is used/);
    const widest = Math.max(
      ...sitting
        .text()
        .split(/\r?\n/, 20)
        .map((line) => line.length),
    );
    expect(widest).toBeLessThanOrEqual(70);
  });

  test.each(["login", "logout", "status"])("auth %s is the same command", async (name) => {
    const { run } = await someone();
    const older = await run(["auth", name, "--help"]);
    const newer = await run([name, "--help"]);
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
    ["an address for a code", ["login", "--code", "http://localhost:3000/authorize"], "That is an address"],
    ["a way that there is not", ["login", "--way", "pigeon"], "loopback, device, dashboard"],
    ["two things at once", ["login", "--resume", "--code", "K7M2QX"], "leave --code and --way out"],
    ["a code without its option", ["login", "K7M2QX"], "Did you mean alprina login --code K7M2QX?"],
    ["a profile of other letters", ["status", "--profile", "a b"], "A profile is named by"],
    ["a shell that there is not", ["completion", "dos"], "bash, zsh, fish"],
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
    const key = "alprina_sk_live_secretsecret";
    for (const args of [["login", "--code", key], ["login", key], [key], ["whoami", `--server=${key}`]]) {
      const { stderr, code } = await run(args);
      expect(stderr).not.toContain("secret");
      expect(stderr).toContain("ALPRINA_API_KEY");
      expect(code).toBe(2);
    }
  });
});

describe("not being signed in ends with 3", () => {
  test.each([["whoami"], ["devices"], ["logout"], ["token"], ["status"], ["auth status"]])(
    "%s",
    async (command) => {
      const { run } = await someone();
      const { code, stdout, stderr } = await run(command.split(" "));
      expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
      expect(stderr).toContain("You are not signed in to http://localhost:3000.");
      expect(stderr).toContain("alprina login");
    },
  );
});
