import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";

import { afterAll, beforeAll, expect, test } from "vitest";

const root = path.join(import.meta.dirname, "../..");
const nodeTypes = path.join(root, "node_modules/@types/node");
const tsc = path.join(root, "node_modules/typescript/lib/tsc.js");

let place: string;
let sdk: string;

/** The package as others get it, in a project of theirs that has nothing else. */
beforeAll(() => {
  place = mkdtempSync(path.join(tmpdir(), "alprina-sdk-"));
  sdk = path.join(place, "node_modules/@alprina/cli-auth");
  execFileSync(process.execPath, [path.join(root, "build-client.mjs"), sdk], { stdio: "inherit" });
  mkdirSync(path.join(place, "node_modules/@types"));
  symlinkSync(nodeTypes, path.join(place, "node_modules/@types/node"));
}, 120_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

const run = (file: string, text: string) => {
  writeFileSync(path.join(place, file), text);
  return execFileSync(process.execPath, [file], { cwd: place, encoding: "utf8" });
};
const use = `
  const wrong = await login({ server: "localhost:3000", onPrompt() {} }).catch((error) => error);
  const store = createCredentialStore("/nonexistent/x.json");
  const alsoWrong = await store.get("localhost").catch((error) => error);
  console.log(wrong instanceof MisuseError, alsoWrong instanceof MisuseError, wrong.name);`;

test("is loaded as an ES module and as CommonJS, without a dependency, and an error is of one class", () => {
  const names = ["{ login, MisuseError }", "{ createCredentialStore }"] as const;
  const esm = `import ${names[0]} from "@alprina/cli-auth/client";
    import ${names[1]} from "@alprina/cli-auth/client/node";${use}`;
  expect(run("esm.mjs", esm)).toBe("true true MisuseError\n");
  const cjs = `const ${names[0]} = require("@alprina/cli-auth/client");
    const ${names[1]} = require("@alprina/cli-auth/client/node");
    void (async () => {${use}})();`;
  expect(run("cjs.cjs", cjs)).toBe("true true MisuseError\n");
});

test("has types for both, by the strictest resolution, with no library's types left out", () => {
  const program = (spare: string) => `
    import { login, type Progress } from "@alprina/cli-auth/client";
    import { createCredentialStore, systemKeychain } from "@alprina/cli-auth/client/node";
    export const store = createCredentialStore("/x", { keychain: systemKeychain("acme") });
    export async function signIn(say: (text: string) => void): Promise<string> {
      const { apiKey } = await login({
        server: "https://login.example.com", store,
        onPrompt: ({ url, userCode }) => say(url + (userCode ?? "")),
        onProgress: (progress: Progress) => say(progress.kind),
      });
      await login({ server: "x", way: "device", onPrompt: ({ userCode }) => say(userCode.toUpperCase()) });
      return apiKey;
    }
    ${spare}`;
  const wrong = `// @ts-expect-error no such way
    void login({ server: "x", way: "carrier-pigeon", onPrompt() {} });`;
  writeFileSync(path.join(place, "esm.mts"), program(wrong));
  writeFileSync(path.join(place, "cjs.cts"), program(""));
  const flags = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--types", "node"];
  const check = () =>
    execFileSync(process.execPath, [tsc, ...flags, "esm.mts", "cjs.cts"], { cwd: place, encoding: "utf8" });
  try {
    expect(check()).toBe("");
  } catch (error) {
    expect((error as { stdout?: string }).stdout).toBe("");
  }
}, 60_000);

test.each([
  ["web.mjs", 11],
  ["node.mjs", 20],
  ["node.cjs", 21],
])("%s weighs at most %i kB", (file, kilobytes) => {
  expect(gzipSync(readFileSync(path.join(sdk, file))).length / 1000).toBeLessThan(kilobytes);
});
