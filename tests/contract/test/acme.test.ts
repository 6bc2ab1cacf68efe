import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call } from "../support/call";
import { Home } from "../support/example-program";
import { startExample, type ExampleServer } from "../support/example-server";
import { approve, deny } from "../support/flows";
import { hosts, type Host } from "../support/hosts";
import { addClient } from "../support/oauth";
import { signUp, type Person } from "../support/people";
import { freePort } from "../support/server";

const host = hosts.find(({ kind }) => kind === "front door") as Host;

let ada: Person;
let api: ExampleServer;
beforeAll(async () => {
  ada = await signUp(host, "Ada Lovelace");
  const { clientId, clientSecret } = await addClient(host, "resource_server");
  const port = await freePort();
  const env = { ALPRINA_SERVER: host.url, API_ID: clientId, API_SECRET: clientSecret, PORT: String(port) };
  const command = [process.execPath, "--import", "tsx", "protected-api.mjs"];
  api = await startExample(command, { folder: "examples/node", port, env });
});
afterAll(() => api.stop());

const homes: Home[] = [];
function home(name: string, env: Record<string, string> = {}) {
  const program = { name, command: process.execPath, args: ["--import", "tsx", `acme/${name}.mjs`] };
  const settings = { ACME_SERVER: host.url, ACME_API: api.url, ACME_KEYCHAIN: "off", CI: "1" };
  const made = new Home({ ...program, folder: "examples" }, { ...settings, ...env });
  homes.push(made);
  return made;
}
afterAll(() => homes.forEach((one) => one.remove()));

describe.concurrent.each(["plain", "commander", "citty"])("acme with %s", (name) => {
  it("signs in, calls the API with the key, and signs out", async () => {
    const one = home(name);
    const login = await one.login((code) => approve(host, ada, code));
    const signedIn = expect.stringContaining(`Signed in as Ada Lovelace <${ada.email}>.`) as string;
    expect(login).toEqual({ code: 0, output: signedIn });
    const stored = one.stored();
    expect(stored?.mode).toBe(0o600);
    expect(login.output).not.toContain(stored?.key);

    const who = await one.run(["whoami"]);
    expect(who).toEqual({ code: 0, output: expect.stringMatching(`^${ada.email} on .+\n$`) as string });
    const hello = { code: 0, output: `Hello ${ada.id}\n` };
    expect(await one.run(["hello"])).toEqual(hello);
    expect(await home(name, { ACME_API_KEY: stored?.key ?? "" }).run(["hello"])).toEqual(hello);

    expect(await one.run(["logout"])).toEqual({ code: 0, output: `Signed out of ${host.url}.\n` });
    expect(one.stored()).toBeUndefined();
    expect((await call(host, "GET", "/v1/auth/me", { bearer: stored?.key })).status).toBe(401);
    const signedOut = `You are not signed in to ${host.url}.\nSign in: acme login\n`;
    expect(await one.run(["hello"])).toEqual({ code: 3, output: signedOut });
  });

  it("ends with a sentence when the person denies", async () => {
    const login = await home(name).login((code) => deny(host, ada, code));
    expect(login.code).toBe(4);
    expect(login.output).toMatch(/\nThe login was denied in the browser\.\n$/);
  });
});

it("says when it was signed out elsewhere, and what to do then", async () => {
  const one = home("plain");
  await one.login((code) => approve(host, ada, code));
  await call(host, "POST", "/v1/auth/logout", { bearer: one.stored()?.key });
  const revoked = expect.stringMatching(
    /^This API key was revoked.*\nSign in again: acme login\n$/,
  ) as string;
  expect(await one.run(["whoami"])).toEqual({ code: 3, output: revoked });
});

it("passes a code on", async () => {
  const wrong = await home("plain").run(["login", "--code", "K7M2QX"]);
  expect(wrong).toEqual({
    code: 1,
    output: expect.stringMatching(/^Invalid or expired CLI code\.?\n$/) as string,
  });
});
