import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";

import { describe, expect, test } from "vitest";

import * as bodies from "../../../packages/cli-auth/test/client/bodies";
import type { Answer } from "../../../packages/cli-auth/test/client/fake-server";
import { OLD_KEY, scene as sceneOf } from "./scene";

/** The same scene with commands that name their server themselves. */
async function scene(script: Record<string, Answer[]>, signedInWith?: string) {
  const { runAnywhere, ...rest } = await sceneOf(script, signedInWith);
  return { ...rest, run: runAnywhere };
}

describe("login", () => {
  test("shows code and addresses, waits, keeps the key to itself and remembers the server", async () => {
    const { run, server, credentials, keyStored } = await scene({
      "POST /v1/auth/device/token": [bodies.pending, bodies.approved],
    });
    const words = ["login", "--server", server.url, "--device-name", "desk"];
    // A CI job shows colours, to libraries that look for one; what is piped has none all the same.
    const { code, stdout, stderr } = await run(words, { env: { CI: "1" } });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toMatch(/^>_ Signing in to http/);
    expect(stderr).toContain("WDJB-MJHT");
    expect(stderr).toContain("http://localhost:3000/authorize?user_code=WDJB-MJHT");
    expect(stderr).toContain("Not opening a browser");
    expect(stderr).toContain("Signed in as Ada Lovelace <ada@example.com>");
    expect(stderr).toContain(credentials);
    expect(stderr).not.toContain(bodies.API_KEY);
    // eslint-disable-next-line no-control-regex
    expect(stderr).not.toMatch(/[\u001b\r]/);
    expect(server.received[0]?.body).toMatchObject({ device_name: "desk" });
    expect(await keyStored()).toBe(bodies.API_KEY);
    expect((await stat(credentials)).mode & 0o777).toBe(0o600);

    const who = await run(["whoami", "--json"]);
    expect(JSON.parse(who.stdout)).toMatchObject({
      data: { server: server.url, user: { fullName: "Ada Lovelace" } },
    });
    expect(server.received.at(-1)?.authorization).toBe(`Bearer ${bodies.API_KEY}`);
  });

  test("replaces the key of an earlier login, and revokes it afterwards", async () => {
    const script = { "POST /v1/auth/device/token": [bodies.approved] };
    const { run, server, keyStored } = await scene(script, OLD_KEY);
    const { code, stderr } = await run(["auth", "login"], { env: { ALPRINA_SERVER: server.url } });
    expect(code).toBe(0);
    expect(stderr).toContain("You are signed in as ada@example.com (ada-thinkpad) already.");
    expect(server.received.at(-1)).toMatchObject({
      path: "/v1/auth/logout",
      authorization: `Bearer ${OLD_KEY}`,
    });
    expect(await keyStored()).toBe(bodies.API_KEY);
  });

  test.each([
    ["denied", bodies.denied, "The request was denied. Nothing was signed in.", 4],
    [
      "disowned",
      bodies.refusal(400, "access_denied", "The login was denied by somebody who did not start it."),
      "The login was denied by somebody who did not start it. Nothing was signed in.",
      4,
    ],
    [
      "answered from another network than the server wants",
      bodies.refusal(400, "access_denied", "The login was denied: not from this network."),
      "The login was denied: not from this network. Nothing was signed in.",
      4,
    ],
    ["expired", bodies.expired, "Nobody approved in time", 5],
    ["lost", bodies.unknown, "The server ended this login: Invalid device code.", 5],
  ])("ends when %s, and an earlier login stays", async (_what, answer, words, exitCode) => {
    const script = { "POST /v1/auth/device/token": [answer] };
    const { run, server, keyStored } = await scene(script, OLD_KEY);
    const { code, stdout, stderr } = await run(["login", "--server", server.url]);
    expect({ code, stdout }).toEqual({ code: exitCode, stdout: "" });
    expect(stderr).toContain(words);
    expect(await keyStored()).toBe(OLD_KEY);
  });

  test.each([
    [
      "its network is not trusted",
      bodies.refusal(403, "forbidden", "Logins may not start from this network. Use another."),
      /Logins may not start from this network. Use another.\n$/,
      1,
    ],
    [
      "its address is paused",
      {
        ...bodies.refusal(429, "rate_limited", "Logins from this address are paused. Wait, then try again."),
        headers: { "Retry-After": "3541" },
      },
      /Logins from this address are paused. Wait, then try again.\n\s*Try again in 60 minutes.\n$/,
      6,
    ],
  ])("says why it cannot begin when %s", async (_what, answer, words, exitCode) => {
    const { run, server } = await scene({ "POST /v1/auth/device": [answer] });
    const { code, stderr } = await run(["login", "--server", server.url]);
    expect(code).toBe(exitCode);
    expect(stderr).toMatch(words);
  });

  test("ends with 130 at Ctrl-C, with one sentence", async () => {
    const { run, server, keyStored } = await scene({ "POST /v1/auth/device/token": [bodies.pending] });
    const ended = await run(["login", "--server", server.url], { interruptAt: "Waiting" });
    expect(ended.code).toBe(130);
    expect(ended.stderr).toMatch(/Cancelled. Nothing was signed in.\n$/);
    expect(await keyStored()).toBeUndefined();
  });

  test("with a code waits for Connect when the server wants the click", async () => {
    const waiting: Answer = {
      status: 202,
      body: { device_code: "x", interval: 1, expires_in: 600, verification_uri: "http://localhost:3000/s" },
    };
    const { run, server, keyStored } = await scene({
      "POST /v1/auth/cli-verify": [waiting],
      "POST /v1/auth/device/token": [bodies.approved],
    });
    const { code, stderr } = await run(["login", "--code", "k7m-2qx", "--server", server.url]);
    expect(code).toBe(0);
    expect(stderr).toContain("click Connect");
    expect(server.received[0]?.body).toMatchObject({ cli_code: "k7m-2qx", confirm: true });
    expect(await keyStored()).toBe(bodies.API_KEY);
  });

  test("with a dead code says where to get another", async () => {
    const dead = bodies.refusal(404, "invalid_grant", "Invalid or expired CLI code");
    const { run, server } = await scene({ "POST /v1/auth/cli-verify": [dead] });
    const { code, stderr } = await run(["login", "--code", "K7M2QX", "--server", server.url]);
    expect(code).toBe(5);
    expect(stderr).toContain("Invalid or expired CLI code.");
    expect(stderr).toContain(`${server.url}/settings/devices`);
  });

  test("does not begin when the key could not be kept, and leaves a damaged file alone", async () => {
    const { run, server, credentials } = await scene({});
    await writeFile(credentials, "{ broken");
    const { code, stderr } = await run(["login", "--server", server.url]);
    expect(code).toBe(8);
    expect(stderr).toContain("is damaged");
    expect(server.received).toEqual([]);
    expect(await readFile(credentials, "utf8")).toBe("{ broken");
  });

  test("leaves no living key behind when keeping it fails", async () => {
    const { run, server, configDir } = await scene({ "POST /v1/auth/device/token": [bodies.approved] });
    await writeFile(path.join(configDir, "config.json"), "{ broken");
    const { code, stderr } = await run(["login", "--server", server.url]);
    expect(code).toBe(8);
    expect(stderr).toContain("is damaged");
    expect(server.received.at(-1)).toMatchObject({
      path: "/v1/auth/logout",
      authorization: `Bearer ${bodies.API_KEY}`,
    });
  });
});

describe("logout", () => {
  test("revokes, then forgets", async () => {
    const { run, server, keyStored } = await scene({}, OLD_KEY);
    const { code, stderr } = await run(["logout", "--server", server.url]);
    expect(code).toBe(0);
    expect(stderr).toContain(`Signed out of ${server.url}.`);
    expect(server.received).toMatchObject([{ authorization: `Bearer ${OLD_KEY}` }]);
    expect(await keyStored()).toBeUndefined();
  });

  test("keeps the key when the server is away, unless forced", async () => {
    const { run, server, keyStored } = await scene({ "POST /v1/auth/logout": ["drop"] }, OLD_KEY);
    const kept = await run(["logout", "--server", server.url]);
    expect(kept.code).toBe(6);
    expect(kept.stderr).toContain("The key is kept.");
    expect(await keyStored()).toBe(OLD_KEY);

    const forced = await run(["logout", "--force", "--server", server.url]);
    expect(forced.code).toBe(0);
    expect(forced.stderr).toContain("may still be alive");
    expect(await keyStored()).toBeUndefined();
  });
});

describe("with a key", () => {
  test("that is revoked, whoami fails with the server's reason", async () => {
    const { run, server } = await scene({ "GET /v1/auth/me": [bodies.invalidKey] }, OLD_KEY);
    const { code, stdout, stderr } = await run(["whoami", "--server", server.url]);
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toContain("This API key has been revoked.");
    expect(stderr).toContain("alprina login");
  });

  test("from the environment, it is used instead of the stored one, and not forgotten for it", async () => {
    const { run, server, keyStored } = await scene({}, OLD_KEY);
    const env = { ALPRINA_API_KEY: bodies.API_KEY, ALPRINA_SERVER: server.url };
    const who = await run(["whoami"], { env });
    expect(who.code).toBe(0);
    expect(who.stdout).toMatch(/^Ada Lovelace <ada@example.com>\n/);
    expect(who.stdout).toContain("from ALPRINA_API_KEY");
    expect(server.received.at(-1)?.authorization).toBe(`Bearer ${bodies.API_KEY}`);

    const out = await run(["logout"], { env });
    expect(out.code).toBe(1);
    expect(await keyStored()).toBe(OLD_KEY);
  });
});
