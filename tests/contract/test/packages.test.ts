import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkout, Home, runs } from "../support/example-program";
import { startExample } from "../support/example-server";
import { approve } from "../support/flows";
import { hosts, type Host } from "../support/hosts";
import { send } from "../support/http";
import { addClient, logIn } from "../support/oauth";
import { kilobytes, lendLibrary, librariesOf, useOfTypes, useOfVerifier } from "../support/packed";
import { signUp, type Person } from "../support/people";
import { freePort } from "../support/server";

const host = hosts.find(({ kind }) => kind === "front door") as Host;
const execute = promisify(execFile);
const require = createRequire(import.meta.url);

/** A project of somebody else's that has the two packages, as npm installs them, and frameworks for its APIs. */
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
  for (const library of ["@types/node", "@types/express", "express", "fastify", "hono"])
    lendLibrary(place, library);
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

  // A door with all that it ever loads.
  it.each([
    ["web/client", 11],
    ["node/client/node", 20],
    ["cjs/client/node", 21],
    ["web/verifier", 8],
    ["node/verifier", 8],
    ["cjs/verifier", 8],
    ["web/verifier/hono", 2],
  ])("has %s in at most %i kB", (door, most) => {
    expect(kilobytes(join(installed("@alprina/cli-auth"), `${door}.js`))).toBeLessThan(most);
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

  it.each([
    ["ES modules", "verify.mjs", 'import("@alprina/cli-auth/" + door)'],
    ["CommonJS", "verify.cjs", 'require("@alprina/cli-auth/" + door)'],
    ["what runs without Node", "web.mjs", 'import("./node_modules/@alprina/cli-auth/web/" + door + ".js")'],
  ])("verifies a key, as %s", async (_name, file, load) => {
    const { access_token: KEY } = await logIn(host, ada, "profile");
    const { clientId: API_ID, clientSecret: API_SECRET } = await addClient(host, "resource_server");
    writeFileSync(join(place, file), useOfVerifier(load));
    const env = { PATH: process.env.PATH, ACME_SERVER: host.url, API_ID, API_SECRET, KEY };
    const { stdout } = await execute(process.execPath, [file], { cwd: place, env });
    expect(JSON.parse(stdout)).toEqual({
      ...{ answer: "valid", personId: ada.id, lookAlike: "invalid" },
      ...{ admitted: `200 ${ada.id}`, refused: "401", oneClass: true },
    });
  });

  it("declares no door by more than Node and the framework that it is for", () => {
    const types = join(installed("@alprina/cli-auth"), "types");
    const doors = [
      "client/index",
      "client/node/index",
      "verifier/index",
      "verifier/express",
      "verifier/next",
    ];
    const named = [...doors, "verifier/hono", "verifier/fastify"].flatMap((door) =>
      ["esm", "cjs"].map((kind) => [door, ...librariesOf(join(types, kind, `${door}.d.ts`))].join(": ")),
    );
    const twice = [...doors, "verifier/hono: hono", "verifier/fastify: fastify"].flatMap((one) => [one, one]);
    expect(named).toEqual(twice);
  });

  it("has types for both, by the strictest resolution, with no library's types left out", async () => {
    const wrong = `// @ts-expect-error no such way
      void login({ server: "x", way: "carrier-pigeon", onPrompt() {} });`;
    writeFileSync(join(place, "esm.mts"), useOfTypes + wrong);
    writeFileSync(join(place, "cjs.cts"), useOfTypes);
    const flags = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--types", "node"];
    const tsc = require.resolve("typescript/lib/tsc.js");
    // All but TypeScript's own, which are a third of the time.
    const args = [tsc, ...flags, "--skipDefaultLibCheck", "esm.mts", "cjs.cts"];
    const checked = execute(process.execPath, args, { cwd: place });
    expect(await checked.catch((error: { stdout: string }) => error)).toMatchObject({ stdout: "" });
  });
});

/** Blocks that are whole programs: they import what they need. */
const shown = ["README.md", "packages/cli-auth/README.md", "apps/cli/README.md"].flatMap((file) =>
  [...readFileSync(join(checkout, file), "utf8").matchAll(/^```[jt]s\n(import [\s\S]*?)^```$/gm)].map(
    ([, text = ""], at) => ({ file, at, text, isApi: text.includes("/verifier") }),
  ),
);
const programs = shown.filter(({ isApi }) => !isApi);
const apis = shown.filter(({ isApi }) => isApi);

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
    expect(apis.map(({ file }) => file)).toEqual(["packages/cli-auth/README.md"]);
  });

  it.each(apis)("of $file is an API that lets in whose key is good, as it stands", async ({ text }) => {
    writeFileSync(join(place, "api.mjs"), text);
    const { clientId: API_ID, clientSecret: API_SECRET } = await addClient(host, "resource_server");
    const [port, { access_token: key }] = [await freePort(), await logIn(host, ada, "profile")];
    const env = { ACME_SERVER: host.url, API_ID, API_SECRET, PORT: String(port) };
    const api = await startExample([process.execPath, "api.mjs"], { folder: place, port, env });
    const get = (authorization: string) => send(api.url, "GET", "/", { headers: { authorization } });
    const [good, bad] = [await get(`Bearer ${key}`), await get("Bearer nonsense")];
    await api.stop();
    expect(good).toMatchObject({ status: 200, body: { hello: ada.id } });
    expect(bad).toMatchObject({ status: 401 });
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
