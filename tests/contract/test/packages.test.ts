import { execFile } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkout, Home, runs } from "../support/example-program";
import { approve } from "../support/flows";
import { hosts, type Host } from "../support/hosts";
import { signUp, type Person } from "../support/people";

const host = hosts.find(({ kind }) => kind === "front door") as Host;
const execute = promisify(execFile);
const require = createRequire(import.meta.url);

/** A project of somebody else's that has the two packages, as npm installs them, and nothing more. */
const place = mkdtempSync(join(tmpdir(), "alprina-packages-"));
const installed = (name: string) => join(place, "node_modules", name);
let ada: Person;

beforeAll(async () => {
  const tarballs = join(place, "tarballs");
  await execute(process.execPath, [join(checkout, "scripts/pack.mjs"), tarballs]);
  writeFileSync(join(place, "package.json"), "{}");
  const files = readdirSync(tarballs)
    .filter((file) => file.endsWith(".tgz"))
    .map((file) => join(tarballs, file));
  // With nothing to take from: that the keychain cannot be had must stop nobody.
  const offline = [
    "--offline",
    "--cache",
    join(place, "cache"),
    "--no-audit",
    "--no-fund",
    "--ignore-scripts",
  ];
  await execute("npm", ["install", ...offline, ...files], { cwd: place });
  ada = await signUp(host, "Ada Lovelace");
}, 240_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** A program in that project, and what becomes of it when Ada approves its login. */
async function signInWith(command: string, args: string[], words: string[] = []) {
  const where = { ACME_SERVER: host.url, ALPRINA_SERVER: host.url };
  const env = { ...where, ACME_KEYCHAIN: "off", ALPRINA_KEYCHAIN: "off", CI: "1" };
  const home = new Home({ name: command, command, args, folder: place }, env);
  const shown = /(?<=code:? +)[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}(?=\s)/;
  const login = await home.run(words, shown, (code) => approve(host, ada, code));
  return { home, login };
}

describe("what npm installs", () => {
  it.each(["alprina", "@alprina/cli-auth"])("of %s names nothing of this workspace", (name) => {
    const manifest = readFileSync(join(installed(name), "package.json"), "utf8");
    expect(manifest).not.toMatch(/workspace:|catalog:|"private"|\/(src|work)\//);
    expect(Object.keys(JSON.parse(manifest) as object)).not.toContain("dependencies");
    for (const text of ["README.md", "CHANGELOG.md", "LICENSE"])
      expect(readFileSync(join(installed(name), text), "utf8").length).toBeGreaterThan(200);
  });

  it("is a command that signs in", async () => {
    const alprina = join(place, "node_modules/.bin/alprina");
    const { stdout: version } = await execute(alprina, ["--version"]);
    const { version: packed } = require(join(installed("alprina"), "package.json")) as { version: string };
    expect(version).toBe(`${packed}\n`);
    expect((await execute(alprina, ["--help"])).stdout).toContain("devices");

    const { home, login } = await signInWith(alprina, [], ["login"]);
    expect(login).toMatchObject({ code: 0 });
    expect(login.output).toContain(`Signed in as Ada Lovelace <${ada.email}>`);
    const who = await home.run(["whoami"]);
    expect(who).toEqual({ code: 0, output: expect.stringContaining(ada.email) as string });
    home.remove();
  });

  it.each([
    ["web.mjs", 11],
    ["node.mjs", 20],
    ["node.cjs", 21],
  ])("has %s of at most %i kB", (file, kilobytes) => {
    const text = readFileSync(join(installed("@alprina/cli-auth"), file));
    expect(gzipSync(text).length / 1000).toBeLessThan(kilobytes);
  });
});

describe("the SDK", () => {
  const use = `
    const wrong = await login({ server: "localhost:3000", onPrompt() {} }).catch((error) => error);
    const auth = createCliAuth({ name: "acme", server: "localhost" });
    const alsoWrong = await auth.login().catch((error) => error);
    console.log(wrong instanceof MisuseError, alsoWrong instanceof MisuseError, wrong.name);`;

  it.each([
    [
      "esm.mjs",
      `import { login, MisuseError } from "@alprina/cli-auth/client";
       import { createCliAuth } from "@alprina/cli-auth/client/node";${use}`,
    ],
    [
      "cjs.cjs",
      `const { login, MisuseError } = require("@alprina/cli-auth/client");
       const { createCliAuth } = require("@alprina/cli-auth/client/node");
       void (async () => {${use}})();`,
    ],
  ])("is loaded by %s, and an error is of one class behind either door", async (file, text) => {
    writeFileSync(join(place, file), text);
    const { stdout } = await execute(process.execPath, [file], { cwd: place });
    expect(stdout).toBe("true true MisuseError\n");
  });

  it("has types for both, by the strictest resolution, with no library's types left out", async () => {
    const program = (spare: string) => `
      import { login, type Progress } from "@alprina/cli-auth/client";
      import { createCliAuth, createCredentialStore, systemKeychain } from "@alprina/cli-auth/client/node";
      export const store = createCredentialStore("/x", { keychain: systemKeychain("acme") });
      export const auth = createCliAuth({ name: "acme", server: "https://login.example.com", scope: "profile" });
      export async function signIn(say: (text: string) => void): Promise<string> {
        const { apiKey } = await login({
          server: "https://login.example.com", store,
          onPrompt: ({ url, userCode }) => say(url + (userCode ?? "")),
          onProgress: (progress: Progress) => say(progress.kind),
        });
        await login({ server: "x", way: "device", onPrompt: ({ userCode }) => say(userCode.toUpperCase()) });
        await auth.login({ code: undefined }).catch(auth.fail);
        return apiKey + (await auth.apiKey()) + (await auth.whoami()).user.email;
      }
      ${spare}`;
    const wrong = `// @ts-expect-error no such way
      void login({ server: "x", way: "carrier-pigeon", onPrompt() {} });`;
    writeFileSync(join(place, "esm.mts"), program(wrong));
    writeFileSync(join(place, "cjs.cts"), program(""));
    mkdirSync(join(place, "node_modules/@types"), { recursive: true });
    const nodeTypes = join(require.resolve("@types/node/package.json"), "..");
    symlinkSync(nodeTypes, join(place, "node_modules/@types/node"));
    const flags = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--types", "node"];
    const tsc = require.resolve("typescript/lib/tsc.js");
    const checked = execute(process.execPath, [tsc, ...flags, "esm.mts", "cjs.cts"], { cwd: place });
    expect(await checked.catch((error: { stdout: string }) => error)).toMatchObject({ stdout: "" });
  });
});

/** Blocks that are whole programs: they import what they need. */
const programs = ["README.md", "packages/cli-auth/README.md", "apps/cli/README.md"].flatMap((file) =>
  [...readFileSync(join(checkout, file), "utf8").matchAll(/^```[jt]s\n(import [\s\S]*?)^```$/gm)].map(
    ([, text = ""], at) => ({ file, at, text }),
  ),
);

const runtimes = [
  { runtime: "bun", words: [] },
  { runtime: "deno", words: ["run", "--allow-all", "--quiet"] },
].filter(({ runtime }) => {
  const isHere = runs(runtime, "--version");
  if (!isHere) console.warn(`The SDK is not run by ${runtime}: it is not on this machine.`);
  return isHere;
});

describe.concurrent("the example", () => {
  it("of either front page is there", () => {
    expect(new Set(programs.map(({ file }) => file))).toContain("README.md");
    expect(new Set(programs.map(({ file }) => file))).toContain("packages/cli-auth/README.md");
  });

  it.each(programs)("of $file signs in, as it stands ($at)", async ({ file, at, text }) => {
    expect(text.split("\n").length).toBeLessThan(14);
    const name = `${file.replaceAll("/", "-")}-${at}.mjs`;
    writeFileSync(join(place, name), text);
    const { home, login } = await signInWith(process.execPath, [name]);
    home.remove();
    expect(login).toEqual({ code: 0, output: expect.stringMatching(`Hello ${ada.email}\n$`) as string });
  });

  // The same program where another runtime is at hand; the suite does not fetch one.
  it.each(runtimes)("is run by $runtime as well", async ({ runtime, words }) => {
    const name = `${runtime}.mjs`;
    writeFileSync(join(place, name), programs.find(({ file }) => file.includes("cli-auth"))?.text ?? "");
    const { home, login } = await signInWith(runtime, [...words, name]);
    home.remove();
    expect(login).toEqual({ code: 0, output: expect.stringMatching(`Hello ${ada.email}\n$`) as string });
  });
});
