import { execFile } from "node:child_process";
import { chmod, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import { beforeEach, describe, expect, onTestFinished, test } from "vitest";

import { createCredentialStore, type FileCredentialStore, FileError } from "../../src/client/node";
import { credential } from "./credential";

let folder: string;
let store: FileCredentialStore;

beforeEach(async () => {
  const base = await mkdtemp(path.join(tmpdir(), "alprina-store-"));
  onTestFinished(() => rm(base, { recursive: true }));
  folder = path.join(base, "config", "alprina");
  store = createCredentialStore(path.join(folder, "credentials.json"));
});

const permissions = async (file: string) => ((await stat(file)).mode & 0o777).toString(8);

describe("the credential store", () => {
  test("keeps one key for each server, however its URL is spelled, and forgets it", async () => {
    expect(await store.get("http://localhost:3000")).toBeUndefined();
    await store.set("http://localhost:3000/", credential);
    await store.set("https://example.com/alprina", { ...credential, apiKey: "other" });
    expect(await store.get("http://LOCALHOST:3000")).toEqual(credential);
    expect(await store.get("https://example.com/alprina/")).toHaveProperty("apiKey", "other");
    await store.delete("http://localhost:3000");
    expect(await store.get("http://localhost:3000")).toBeUndefined();
    expect(await store.get("https://example.com/alprina")).toHaveProperty("apiKey", "other");
  });

  test("is for its owner alone, and leaves nothing else behind", async () => {
    await store.set("http://localhost:3000", credential);
    expect(await permissions(folder)).toBe("700");
    expect(await permissions(store.file)).toBe("600");
    expect(await readdir(folder)).toEqual(["credentials.json"]);
  });

  test("narrows a file that was opened to others", async () => {
    await store.set("http://localhost:3000", credential);
    await chmod(store.file, 0o644);
    await store.get("http://localhost:3000");
    expect(await permissions(store.file)).toBe("600");
  });

  test("keeps what a newer version wrote", async () => {
    await store.set("http://localhost:3000", credential);
    const content = JSON.parse(await readFile(store.file, "utf8")) as Record<string, unknown>;
    await writeFile(store.file, JSON.stringify({ ...content, theme: "dark" }));
    await store.set("https://example.com", credential);
    expect(JSON.parse(await readFile(store.file, "utf8"))).toHaveProperty("theme", "dark");
  });

  test.each(["", "{", "[]", '{"servers":{"http://localhost:3000":{"apiKey":1}}}'])(
    "says what to do with a damaged file (%o), and never loses it",
    async (text) => {
      await store.set("http://localhost:3000", credential);
      await writeFile(store.file, text);
      await expect(store.get("http://localhost:3000")).rejects.toThrow(FileError);
      await expect(store.set("http://localhost:3000", credential)).rejects.toThrow(
        /is damaged.*move it away/,
      );
      await expect(store.delete("http://localhost:3000")).rejects.toThrow(store.file);
      expect(await readFile(store.file, "utf8")).toBe(text);
    },
  );

  test("loses no key when processes write at once", async () => {
    const writer = new URL("store-writer.ts", import.meta.url).pathname;
    const write = (name: string) =>
      promisify(execFile)(process.execPath, ["--import", "tsx", writer, store.file, name, "20"], {
        cwd: import.meta.dirname,
      });
    await Promise.all([write("a"), write("b"), store.set("https://here.example.com", credential)]);
    const { servers } = JSON.parse(await readFile(store.file, "utf8")) as { servers: object };
    expect(Object.keys(servers)).toHaveLength(41);
  });

  test("takes over the lock of a process that was killed", async () => {
    await store.set("http://localhost:3000", credential);
    await writeFile(`${store.file}.lock`, "");
    await utimes(`${store.file}.lock`, new Date(0), new Date(0));
    await store.delete("http://localhost:3000");
    expect(await readdir(folder)).toEqual(["credentials.json"]);
  });
});
