import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { beforeEach, describe, expect, onTestFinished, test } from "vitest";

import { createCredentialStore, type Keychain, KeychainError, systemKeychain } from "../../src/client/node";
import { API_KEY } from "./bodies";
import { credential } from "./credential";

const server = "http://localhost:3000";
const renewal = { refreshToken: "r3fr3sh", clientId: "acme", keyExpiresAt: "2026-11-23T19:00:00.000Z" };

/** A keychain as the system's are, in memory. */
function keychainOf(entries: Map<string, string>): Keychain {
  return {
    name: "the keychain of this test",
    get: (account) => Promise.resolve(entries.get(account)),
    set: (account, secret) => Promise.resolve(void entries.set(account, secret)),
    delete: (account) => Promise.resolve(void entries.delete(account)),
  };
}

let file: string;
let entries: Map<string, string>;

beforeEach(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "alprina-keychain-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  file = path.join(folder, "credentials.json");
  entries = new Map();
});

const text = () => readFile(file, "utf8");

describe("with a keychain that works", () => {
  test("the secrets are there, and the file only says whose they are", async () => {
    const store = createCredentialStore(file, { keychain: keychainOf(entries) });
    expect(await store.set(server, { ...credential, renewal })).toBe("the keychain of this test");
    expect(await text()).not.toContain(API_KEY);
    expect(await text()).not.toContain(renewal.refreshToken);
    expect(await text()).toContain("ada@example.com");
    expect([...entries.keys()]).toEqual([server]);
    expect(await store.get(server)).toEqual({ ...credential, renewal });

    await store.delete(server);
    expect(entries.size).toBe(0);
    expect(await store.get(server)).toBeUndefined();
  });

  test("a login that an older version put into the file is found, and moves when it is stored anew", async () => {
    await createCredentialStore(file).set(server, credential);
    const store = createCredentialStore(file, { keychain: keychainOf(entries) });
    expect(await store.get(server)).toEqual(credential);
    await store.set(server, credential);
    expect(await text()).not.toContain(API_KEY);
  });

  test("an entry that somebody removed there is no login any more", async () => {
    const store = createCredentialStore(file, { keychain: keychainOf(entries) });
    await store.set(server, credential);
    entries.clear();
    expect(await store.get(server)).toBeUndefined();
  });
});

describe("with a keychain that does not work", () => {
  const broken: Keychain = {
    ...{ name: "the broken keychain", delete: () => Promise.resolve() },
    get: () => Promise.reject(new KeychainError("it is locked")),
    set: () => Promise.reject(new KeychainError("it is locked")),
  };
  const forgetful: Keychain = { ...keychainOf(new Map()), set: () => Promise.resolve() };

  test.each([
    ["refuses", broken, "it is locked"],
    ["takes everything and gives nothing back", forgetful, "it does not give back what it took"],
  ])("that %s, the file has the key, and it is said why", async (_how, keychain, why) => {
    const store = createCredentialStore(file, { keychain });
    expect(await store.set(server, credential)).toContain("credentials.json");
    expect(store.whyNoKeychain()).toBe(why);
    expect(await store.get(server)).toEqual(credential);
  });

  test.each([
    ["locked now", { keychain: broken }, /in the broken keychain, which cannot be opened: it is locked/],
    ["turned off now", {}, /in this system's keychain, which is turned off here/],
  ])("that is %s, a key in it is named and not lost", async (_how, options, words) => {
    await createCredentialStore(file, { keychain: keychainOf(entries) }).set(server, credential);
    await expect(createCredentialStore(file, options).get(server)).rejects.toThrow(words);
    expect(entries.size).toBe(1);
  });

  test("the system's own says in words why it cannot be used, and nothing hangs", async () => {
    const former = process.env["DBUS_SESSION_BUS_ADDRESS"];
    process.env["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent/bus";
    onTestFinished(() => {
      if (former === undefined) delete process.env["DBUS_SESSION_BUS_ADDRESS"];
      else process.env["DBUS_SESSION_BUS_ADDRESS"] = former;
    });
    if (process.platform !== "linux") return;
    await expect(systemKeychain("alprina-test").get("x")).rejects.toThrow(
      "this session has no Secret Service",
    );
  });
});

describe("several accounts", () => {
  test("at one server are kept apart, and the unnamed one is where an older version looks", async () => {
    const store = createCredentialStore(file, { keychain: keychainOf(entries) });
    await store.set(server, credential);
    await store.set(server, { ...credential, apiKey: "work-key" }, "work");
    await store.set("https://example.com", { ...credential, apiKey: "there" }, "work");
    expect(await store.get(server)).toEqual(credential);
    expect(await store.get(server, "work")).toHaveProperty("apiKey", "work-key");
    expect(await store.get(server, "home")).toBeUndefined();
    expect((await store.list()).map(({ server: at, profile, keptIn }) => [at, profile, keptIn])).toEqual([
      [server, "default", "keychain"],
      [server, "work", "keychain"],
      ["https://example.com", "work", "keychain"],
    ]);
    await store.delete(server, "work");
    expect(await store.get("https://example.com", "work")).toHaveProperty("apiKey", "there");
  });

  test.each(["", "a b", "a#b", "x".repeat(65)])("none is called %o", async (name) => {
    await expect(createCredentialStore(file).get(server, name)).rejects.toThrow("A profile is named by");
  });
});

describe("a lock for all processes", () => {
  test("is given in turn, says so once, and is left behind by nobody", async () => {
    const store = createCredentialStore(file);
    const log: string[] = [];
    let waits = 0;
    const work = (name: string) =>
      store.exclusively(
        "login",
        async () => {
          log.push(`${name} begins`);
          await new Promise((resolve) => setTimeout(resolve, 30));
          log.push(`${name} ends`);
        },
        { onWait: () => (waits += 1) },
      );
    await Promise.all(["a", "b", "c"].map(work));
    for (let index = 0; index < log.length; index += 2) {
      expect(log[index + 1]).toBe(log[index]?.replace("begins", "ends"));
    }
    expect(waits).toBe(2);
    expect(await readdir(path.dirname(file))).toEqual([]);
  });

  test("is free again at once when its holder was killed", async () => {
    const { hostname } = await import("node:os");
    // No process can have this id.
    const dead = JSON.stringify({ pid: 2 ** 30, host: hostname(), id: "x" });
    await writeFile(path.join(path.dirname(file), "login.lock"), dead);
    expect(await createCredentialStore(file).exclusively("login", () => Promise.resolve("done"))).toBe(
      "done",
    );
  });

  test("is waited for no longer than the caller wants", async () => {
    const store = createCredentialStore(file);
    const cancel = new AbortController();
    const reason = new Error("Ctrl-C");
    await store.exclusively("login", async () => {
      const second = store.exclusively("login", () => Promise.resolve(), {
        signal: cancel.signal,
        onWait: () => cancel.abort(reason),
      });
      await expect(second).rejects.toBe(reason);
    });
  });
});
