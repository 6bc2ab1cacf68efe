import { mkdtemp, readFile, rm } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import path from "node:path";

import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";

import { MisuseError } from "../../src/client";
import { type CliAuthConfig, createCliAuth, SignedOutError } from "../../src/client/node";
import { settingsFolder } from "../../src/client/node/env";
import * as bodies from "./bodies";
import { type Answer, fakeServer } from "./fake-server";

const me: Answer = {
  status: 200,
  body: {
    user: { id: "u1", email: "ada@example.com", full_name: "Ada Lovelace", tier: "none", created_at: "2026" },
    device: { id: "d1", name: "ada-thinkpad", created_at: "2026", expires_at: "2027-11-23T19:00:00.000Z" },
  },
};

afterEach(() => {
  vi.unstubAllEnvs();
  process.exitCode = undefined;
});

/** A command line named acme, in a home of its own, and what it says. */
async function acme(script: Record<string, Answer[]> = {}, config: Partial<CliAuthConfig> = {}) {
  const home = await mkdtemp(path.join(tmpdir(), "alprina-acme-"));
  onTestFinished(() => rm(home, { recursive: true }));
  vi.stubEnv("ACME_CONFIG_DIR", path.join(home, "acme"));
  const server = await fakeServer({
    "POST /v1/auth/device": [bodies.started],
    "POST /v1/auth/device/token": [bodies.approved],
    "GET /v1/auth/me": [me],
    "POST /v1/auth/logout": [{ status: 204 }],
    ...script,
  });
  const said: string[] = [];
  const auth = createCliAuth({
    ...{
      name: "acme",
      server: server.url,
      keychain: false,
      version: "1.2.3",
      say: (line) => said.push(line),
    },
    ...config,
  });
  return { auth, server, said, file: path.join(home, "acme", "credentials.json") };
}
const device = { way: "device", browser: false, sleep: () => Promise.resolve() } as const;

describe("a command line of another name", () => {
  test("signs in, calls, and signs out, under that name", async () => {
    const { auth, server, said, file } = await acme();
    await auth.login(device);
    expect(said).toEqual([
      "Open http://localhost:3000/authorize?user_code=WDJB-MJHT",
      "Approve only if the page shows this code: WDJB-MJHT",
      `Signed in as Ada Lovelace <ada@example.com>. The key is in ${file}.`,
    ]);
    expect(server.received[0]?.body).toMatchObject({ client_version: "1.2.3" });
    expect(await readFile(file, "utf8")).toContain(bodies.API_KEY);
    expect(await auth.apiKey()).toBe(bodies.API_KEY);
    expect(await auth.whoami()).toMatchObject({ user: { email: "ada@example.com" } });
    expect(server.received.at(-1)?.authorization).toBe(`Bearer ${bodies.API_KEY}`);

    expect(await auth.logout()).toEqual({ kind: "revoked" });
    expect(said.at(-1)).toBe(`Signed out of ${server.url}.`);
    const after: unknown = await auth.apiKey().catch((error: unknown) => error);
    expect(after).toBeInstanceOf(SignedOutError);
    expect(auth.explain(after)).toEqual({
      ...{ code: "signed-out", exitCode: 3, hint: "Sign in: acme login" },
      message: `You are not signed in to ${server.url}.`,
    });
  });

  test("says which device it is, also where a flag of its own was not given", async () => {
    const { auth, server } = await acme();
    await auth.login({ ...device, deviceName: undefined, profile: undefined });
    expect(server.received[0]?.body).toMatchObject({ device_name: hostname().replace(/\.local$/, "") });
    await auth.login({ ...device, deviceName: "desk" });
    expect(server.received.filter(({ path }) => path === "/v1/auth/device").at(-1)?.body).toMatchObject({
      device_name: "desk",
    });
  });

  test("takes its key and its server from variables of that name", async () => {
    const { server } = await acme();
    vi.stubEnv("ACME_API_KEY", " key-of-ci ");
    vi.stubEnv("ACME_SERVER", server.url);
    const elsewhere = createCliAuth({ name: "acme", server: "https://login.example.com" });
    await elsewhere.whoami();
    expect(server.received.at(-1)?.authorization).toBe("Bearer key-of-ci");
    const other = createCliAuth({ name: "other-cli", server: server.url, envPrefix: "ACME" });
    expect(await other.findKey()).toEqual({ source: "environment", apiKey: "key-of-ci" });
  });

  test("ends a failed command with a sentence, what to do, and a number for scripts", async () => {
    const { auth, said } = await acme({ "POST /v1/auth/device/token": [bodies.denied] });
    await auth.login(device).catch(auth.fail);
    expect(said.at(-1)).toBe("The request was denied.");
    expect(process.exitCode).toBe(4);

    const hint = 'Run "alprina login" to sign in again.';
    const revoked = bodies.refusal(401, "invalid_api_key", { message: "It was revoked.", hint });
    vi.stubEnv("ACME_API_KEY", "revoked");
    const { auth: again, said: heard } = await acme({ "GET /v1/auth/me": [revoked] });
    await again.whoami().catch(again.fail);
    // The server's advice names the server's command line.
    expect(heard).toEqual(["It was revoked.", "Sign in again: acme login"]);
    expect(process.exitCode).toBe(3);

    again.fail(new Error("The disk is on fire."));
    expect(heard.at(-1)).toBe("The disk is on fire.");
    expect(process.exitCode).toBe(1);
  });

  test("cannot have a name that leads out of its folder", () => {
    for (const name of ["../alprina", "", "a b", "1up"])
      expect(() => createCliAuth({ name, server: "https://login.example.com" })).toThrow(MisuseError);
  });
});

test.each([
  ["linux", {}, /\.config\/acme$/],
  ["linux", { XDG_CONFIG_HOME: "/x" }, /^\/x\/acme$/],
  ["darwin", {}, /Library\/Preferences\/acme$/],
  ["win32", { APPDATA: "/roaming" }, /^\/roaming\/acme\/Config$/],
] as const)("on %s with %o its settings are where that system has them", (platform, env, folder) => {
  expect(settingsFolder("acme", env, platform)).toMatch(folder);
});
