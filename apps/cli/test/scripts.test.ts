import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { describe, expect, test } from "vitest";

import * as bodies from "../../../packages/cli-auth/test/client/bodies";
import type { Answer, Said } from "../../../packages/cli-auth/test/client/fake-server";
import { OLD_KEY, scene } from "./scene";
import { someone } from "./run";

describe("a login that does not wait", () => {
  test("says what a person must do, and is finished by another command", async () => {
    const { json, server, keyStored, run } = await scene();
    const begun = await json(["login", "--no-wait"]);
    expect(begun.code).toBe(0);
    expect(begun.end.data).toMatchObject({
      status: "pending",
      next: "alprina login --resume",
      prompt: { way: "device", userCode: "WDJB-MJHT" },
    });
    expect(begun.stderr).toBe("");
    expect(begun.stdout).not.toContain("c2VjcmV0LWRldmljZS1jb2Rl");
    expect(await keyStored()).toBeUndefined();

    // Asked again it is the same login: nobody has to do a thing twice.
    expect((await json(["login", "--no-wait"])).end.data).toEqual(begun.end.data);
    expect(server.received.filter(({ path: at }) => at === "/v1/auth/device")).toHaveLength(1);

    const finished = await json(["login", "--resume"]);
    expect(finished.end.data).toMatchObject({ user: { fullName: "Ada Lovelace" }, keptIn: "file" });
    expect(await keyStored()).toBe(bodies.API_KEY);
    expect((await run(["login", "--resume"])).code).toBe(3);
  });

  test("may be looked at as often as one likes", async () => {
    const { json, server } = await scene({ "POST /v1/auth/device/token": [bodies.pending, bodies.pending] });
    await json(["login", "--no-wait"]);
    const before = server.received.length;
    const looked = await json(["status"]);
    expect(looked).toMatchObject({ code: 7, end: { error: { code: "pending" } } });
    expect(looked.end.error?.hint).toContain("WDJB-MJHT");
    // Nobody was asked, so nothing could be used up.
    expect(server.received).toHaveLength(before);
    expect(await json(["login", "--resume", "--no-wait"])).toMatchObject({ code: 7 });
    expect(await json(["login", "--resume", "--no-wait"])).toMatchObject({ code: 7 });
  });

  test.each([
    ["denied", bodies.denied, 4],
    ["over", bodies.expired, 5],
    ["not known any more", bodies.unknown, 5],
  ] satisfies [string, Answer, number][])(
    "that was %s is forgotten, and said to be",
    async (_what, answer, code) => {
      const { json } = await scene({ "POST /v1/auth/device/token": [answer] });
      await json(["login", "--no-wait"]);
      expect((await json(["login", "--resume"])).code).toBe(code);
      expect((await json(["login", "--resume"])).code).toBe(3);
    },
  );

  test("still waits when the server cannot be asked", async () => {
    const { json } = await scene({ "POST /v1/auth/device/token": ["drop"] });
    await json(["login", "--no-wait"]);
    expect((await json(["login", "--resume", "--no-wait"])).code).toBe(6);
    expect((await json(["status"])).code).toBe(7);
  });

  test("is for one account, and replaces the key of that one alone", async () => {
    const { json, store, server, configDir } = await scene();
    await store({ [server.url]: OLD_KEY });
    const { end } = await json(["login", "--no-wait", "--profile", "work"]);
    expect(end.data).toMatchObject({ next: "alprina login --resume --profile work" });
    expect((await json(["login", "--resume"])).code).toBe(3);
    expect((await json(["login", "--resume", "--profile", "work"])).code).toBe(0);
    expect(server.received.map(({ path: at }) => at)).not.toContain("/v1/auth/logout");
    const kept = await readFile(path.join(configDir, "credentials.json"), "utf8");
    expect(kept).toContain(OLD_KEY);
    expect(kept).toContain(`${server.url}#work`);
  });
});

describe("a login that a program starts and waits for", () => {
  test("prints the prompt as soon as there is one, then the result, and nothing besides", async () => {
    const { json } = await scene();
    const { stderr, lines } = await json(["login"]);
    expect(stderr).toBe("");
    expect(lines.map(({ type }) => type)).toEqual(["prompt", "result"]);
    expect(lines[0]?.prompt).toMatchObject({ way: "device", userCode: "WDJB-MJHT" });
  });
});

describe("what is stored", () => {
  test("is explained without asking anybody: key, server and account, and why these", async () => {
    const { json, server, store } = await scene();
    await store({ [server.url]: OLD_KEY, [`${server.url}#work`]: bodies.API_KEY });
    const { end } = await json(["status"]);
    expect(end.data).toMatchObject({
      serverFrom: "environment",
      profile: "default",
      profileFrom: "default",
      keySource: "store",
      login: { keptIn: "file", user: { email: "ada@example.com" } },
      pending: null,
      others: [{ profile: "work" }],
    });
    const named = await json(["status", "--profile", "work", "--server", server.url], {
      ALPRINA_API_KEY: OLD_KEY,
    });
    expect(named.end.data).toMatchObject({
      serverFrom: "flag",
      profileFrom: "flag",
      keySource: "environment",
    });
    expect(server.received).toEqual([]);
  });

  test("is printed for scripts by token, and the environment wins", async () => {
    const { run, json, store, server } = await scene();
    await store({ [server.url]: OLD_KEY, [`${server.url}#work`]: bodies.API_KEY });
    expect(await run(["token"])).toEqual({ code: 0, stdout: `${OLD_KEY}\n`, stderr: "" });
    expect((await run(["token"], { ALPRINA_PROFILE: "work" })).stdout).toBe(`${bodies.API_KEY}\n`);
    const { end } = await json(["token"], { ALPRINA_API_KEY: "alprina_sk_live_ci" });
    expect(end.data).toMatchObject({
      apiKey: "alprina_sk_live_ci",
      expiresAt: null,
      keySource: "environment",
    });
  });

  test("ends everywhere by logout --all, and one that fails keeps no other", async () => {
    const { json, store, server, configDir } = await scene();
    await store({
      "http://127.0.0.1:1": OLD_KEY,
      [server.url]: OLD_KEY,
      [`${server.url}#work`]: bodies.API_KEY,
    });
    const ended = await json(["logout", "--all"]);
    expect(ended).toMatchObject({ code: 6, end: { error: { code: "unavailable" } } });
    expect(server.received.map(({ authorization }) => authorization)).toEqual([
      `Bearer ${OLD_KEY}`,
      `Bearer ${bodies.API_KEY}`,
    ]);
    const kept = JSON.parse(await readFile(path.join(configDir, "credentials.json"), "utf8")) as {
      servers: object;
    };
    expect(Object.keys(kept.servers)).toEqual(["http://127.0.0.1:1"]);

    const forced = await json(["logout", "--all", "--force"]);
    expect(forced.end.data).toEqual({
      ended: [{ server: "http://127.0.0.1:1", profile: "default", outcome: "forgotten" }],
    });
    expect((await json(["logout", "--all"])).code).toBe(3);
  });
});

describe("every exit code, in words and for programs", () => {
  const device: Answer = { status: 404, body: { error: "not_found", detail: "Device not found" } };
  const table: [number, string, string[], Record<string, Answer[]>, string?][] = [
    [0, "ok", ["whoami"], {}, OLD_KEY],
    [1, "failed", ["devices", "revoke", "d3"], { "DELETE /v1/auth/devices/d3": [device] }, OLD_KEY],
    [2, "usage", ["login", "--way", "pigeon"], {}],
    [2, "usage", ["whoami", "--yaml"], {}],
    [3, "signed-out", ["whoami"], {}],
    [3, "signed-out", ["whoami"], { "GET /v1/auth/me": [bodies.invalidKey] }, OLD_KEY],
    [4, "denied", ["login"], { "POST /v1/auth/device/token": [bodies.denied] }],
    [5, "expired", ["login"], { "POST /v1/auth/device/token": [bodies.expired] }],
    [6, "unavailable", ["whoami"], { "GET /v1/auth/me": ["drop"] }, OLD_KEY],
    [6, "unavailable", ["whoami"], { "GET /v1/auth/me": [bodies.unavailable] }, OLD_KEY],
  ];
  test.each(table)("%i is %s: alprina %o", async (exitCode, word, args, script, key) => {
    const { json, run } = await scene(script, key);
    const { code, end } = await json(args);
    expect(code).toBe(exitCode);
    expect(end.error?.code ?? "ok").toBe(word);
    expect((await run(args)).code).toBe(exitCode);
  });

  test("7 is pending, and 8 is storage", async () => {
    const { json, run, credentials } = await scene({ "POST /v1/auth/device/token": [bodies.pending] });
    await run(["login", "--no-wait"]);
    expect(await json(["login", "--resume", "--no-wait"])).toMatchObject({
      code: 7,
      end: { error: { code: "pending" } },
    });
    await writeFile(credentials, "{ broken");
    expect(await json(["status"])).toMatchObject({ code: 8, end: { error: { code: "storage" } } });
  });

  test("all stand in the guide and in --help", async () => {
    const { exits } = await import("../src/exit");
    const { run } = await someone();
    const guide = await readFile(path.join(import.meta.dirname, "../../../docs/cli.md"), "utf8");
    const help = (await run(["--help"])).stdout;
    for (const [word, code] of Object.entries(exits)) {
      expect(guide, word).toMatch(new RegExp(`\\| \`${code}\` +\\| \`${word}\``));
      expect(help).toContain(String(code));
    }
  });
});

describe("doctor", () => {
  const discovery = (more: object = {}): Said => ({ status: 200, body: { issuer: "", ...more } });
  const states = (data: unknown) =>
    Object.fromEntries(
      (data as { checks: { name: string; state: string }[] }).checks.map((c) => [c.name, c.state]),
    );

  test("finds a machine that is well, and says what is not as it should be", async () => {
    const answer = discovery();
    const { json, server } = await scene({ "GET /.well-known/openid-configuration": [answer] }, OLD_KEY);
    (answer.body as { issuer: string }).issuer = server.url;
    const { code, end } = await json(["doctor"]);
    expect(code).toBe(0);
    expect(end.data).toMatchObject({ healthy: true });
    expect(states(end.data)).toMatchObject({
      folder: "ok",
      server: "ok",
      clock: "ok",
      key: "ok",
      name: "ok",
    });
    expect(states(end.data)).toMatchObject({ keychain: "warning" });
  });

  test("says by how much a clock is wrong, and under which name the server goes", async () => {
    const late = {
      ...discovery({ issuer: "https://login.example.com" }),
      headers: { Date: "Mon, 23 Nov 2020 19:00:00 GMT" },
    };
    const { run } = await scene({ "GET /.well-known/openid-configuration": [late] }, OLD_KEY);
    const { code, stdout } = await run(["doctor"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/! clock .* minutes ahead of the server's/);
    expect(stdout).toContain("--server https://login.example.com");
  });

  test("fails when the server is away, or does not take the key", async () => {
    const away = await scene({ "GET /.well-known/openid-configuration": ["drop"] });
    expect((await away.run(["doctor"])).code).toBe(6);
    const dead = await scene(
      {
        "GET /.well-known/openid-configuration": [discovery()],
        "GET /v1/auth/me": [bodies.invalidKey],
      },
      OLD_KEY,
    );
    const { code, stdout, stderr } = await dead.run(["doctor"]);
    expect(code).toBe(1);
    expect(stdout).toContain("This API key has been revoked.");
    expect(stderr).toContain("1 of");
  });
});

test("a proxy that does not answer is named by doctor, and passed by for this machine", async () => {
  const { json } = await scene();
  const env = { HTTPS_PROXY: "http://127.0.0.1:1", ALPRINA_SERVER: "https://login.example.com" };
  const { end } = await json(["doctor"], env);
  expect(end.error).toMatchObject({ code: "unavailable" });
});
