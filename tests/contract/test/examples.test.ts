import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { call } from "../support/call";
import { sql } from "../support/database";
import { checkout, Home, runs, type Program } from "../support/example-program";
import { approve, deny } from "../support/flows";
import { hosts, type Host } from "../support/hosts";
import { addClient } from "../support/oauth";
import { signUp, type Person } from "../support/people";

// Each login waits for its interval, and some programs start slowly.
vi.setConfig({ testTimeout: 120_000 });

const tools = mkdtempSync(join(tmpdir(), "alprina-tools-"));
const goProgram = join(tools, "acme");
const python = ["/usr/bin/python3", "python3"].find((one) => runs(one, "--version"));
const pythonWithAuthlib = ["/usr/bin/python3", "python3"].find((one) =>
  runs(one, "-c", "import authlib, requests"),
);

/** What the guides show, as `docs/add-login-*.md` say to run it; `isHere` is false where its tools are missing. */
const programs: (Program & { isHere: boolean; renews: boolean })[] = [
  {
    ...{ name: "our SDK", folder: "packages/cli-auth", renews: false, isHere: true },
    ...{ command: process.execPath, args: ["--import", "tsx", "examples/stored-login.ts"] },
  },
  {
    ...{ name: "openid-client", folder: "examples/node", renews: true, isHere: true },
    ...{ command: process.execPath, args: ["login.mjs"] },
  },
  {
    ...{ name: "curl", folder: "examples/curl", renews: true, isHere: runs("curl", "--version") },
    ...{ command: "sh", args: ["login.sh"] },
  },
  {
    ...{ name: "Python", folder: "examples/python", renews: true, isHere: python !== undefined },
    ...{ command: python ?? "", args: ["login.py"] },
  },
  {
    ...{ name: "Go", folder: "examples/go", renews: true, isHere: runs("go", "version") },
    ...{ command: goProgram, args: [] },
  },
];
const host = hosts.find(({ kind }) => kind === "front door") as Host;

for (const { name } of programs.filter(({ isHere }) => !isHere)) {
  console.warn(`The example for ${name} is left out: what it needs is not on this machine.`);
}

let ada: Person;
beforeAll(async () => {
  ada = await signUp(host, "Ada Lovelace");
  if (programs.some(({ name, isHere }) => name === "Go" && isHere)) {
    execFileSync("go", ["build", "-o", goProgram, "."], { cwd: join(checkout, "examples/go") });
  }
});
afterAll(() => rmSync(tools, { recursive: true, force: true }));

const isAlive = async (key: string) =>
  (await call(host, "GET", "/v1/auth/me", { bearer: key })).status === 200;

describe.each(programs)("the example for $name", (program) => {
  const { isHere, renews } = program;
  const homes: Home[] = [];
  const home = (env: Record<string, string> = {}) => {
    const made = new Home(program, { ACME_SERVER: host.url, ...env });
    homes.push(made);
    return made;
  };
  afterAll(() => homes.forEach((one) => one.remove()));

  it.skipIf(!isHere).concurrent("signs in, keeps the key to itself, and signs out", async () => {
    const one = home();
    const login = await one.login((code) => approve(host, ada, code));
    expect(login).toEqual({
      code: 0,
      output: expect.stringContaining(`Signed in as ${ada.email}`) as string,
    });
    const stored = one.stored();
    expect(stored?.mode).toBe(0o600);
    expect(login.output).not.toContain(stored?.key);
    expect(await isAlive(stored?.key ?? "")).toBe(true);

    expect(await one.run(["whoami"])).toEqual({ code: 0, output: `Signed in as ${ada.email}\n` });
    expect(await one.run(["logout"])).toEqual({ code: 0, output: "Signed out\n" });
    expect(one.stored()).toBeUndefined();
    expect(await isAlive(stored?.key ?? "")).toBe(false);
    const after = await one.run(["whoami"]);
    expect(after).toEqual({ code: 1, output: 'Not signed in. Run "login".\n' });
  });

  it.skipIf(!isHere).concurrent("says so when it was signed out elsewhere", async () => {
    const one = home();
    await one.login((code) => approve(host, ada, code));
    await call(host, "POST", "/v1/auth/logout", { bearer: one.stored()?.key });
    const signedOut = { code: 1, output: 'This device was signed out. Run "login".\n' };
    expect(await one.run(["whoami"])).toEqual(signedOut);
    if (!renews) return;
    one.age();
    expect(await one.run(["whoami"])).toEqual(signedOut);
  });

  it.skipIf(!isHere).concurrent("ends with a sentence when the person denies", async () => {
    const one = home();
    const login = await one.login((code) => deny(host, ada, code));
    expect(login).toEqual({
      code: 1,
      output: expect.stringContaining("The login was denied in the browser.\n") as string,
    });
    expect(one.stored()).toBeUndefined();
  });

  // Our SDK speaks /v1, which renews nothing and has one client.
  if (!renews) return;

  it.skipIf(!isHere).concurrent("renews its key, also from three processes at once", async () => {
    const one = home();
    await one.login((code) => approve(host, ada, code));
    const first = one.stored()?.key;
    one.age();
    const ends = await Promise.all([1, 2, 3].map(() => one.run(["whoami"])));
    expect(ends).toEqual(ends.map(() => ({ code: 0, output: `Signed in as ${ada.email}\n` })));
    const second = one.stored()?.key ?? "";
    expect(second).not.toBe(first);
    expect(await isAlive(second)).toBe(true);
  });

  it.skipIf(!isHere).concurrent("ends with a sentence when nobody approves in time", async () => {
    const { clientId } = await addClient(host, "public");
    const login = await home({ ACME_CLIENT: clientId }).login(async () => {
      const over = "UPDATE device_grant SET expires_at = now() - interval '1 second' WHERE client_id = $1";
      await sql(host, over, [clientId]);
    });
    expect(login).toEqual({
      code: 1,
      output: expect.stringContaining("Nobody approved in time. Start again.\n") as string,
    });
  });
});

describe("the example for Authlib", () => {
  const program = {
    name: "Authlib",
    command: pythonWithAuthlib ?? "",
    args: ["login_authlib.py"],
    folder: "examples/python",
  };
  if (!pythonWithAuthlib)
    console.warn("The example for Authlib is left out: python3-authlib is not on this machine.");

  it.skipIf(!pythonWithAuthlib)("signs in", async () => {
    const one = new Home(program, { ACME_SERVER: host.url });
    const login = await one.login((code) => approve(host, ada, code));
    one.remove();
    expect(login).toEqual({
      code: 0,
      output: expect.stringContaining(`Signed in as ${ada.email}`) as string,
    });
  });
});
