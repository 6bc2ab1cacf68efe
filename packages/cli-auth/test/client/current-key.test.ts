import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import { describe, expect, onTestFinished, test } from "vitest";

import { type Credential, currentCredential } from "../../src/client";
import { createCredentialStore } from "../../src/client/node";
import { refusal } from "./bodies";
import { credential } from "./credential";
import { type Answer, fakeServer } from "./fake-server";

const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
const renewable = (leftMs: number): Credential => ({
  ...credential,
  renewal: { refreshToken: "r1", clientId: "alprina-cli", keyExpiresAt: soon(leftMs) },
});
const NEW_KEY = "alprina_sk_live_2222222222222222222222222222222222222222222";
const renewed: Answer = {
  status: 200,
  body: { access_token: NEW_KEY, token_type: "Bearer", expires_in: 3600, scope: "s", refresh_token: "r2" },
};

async function scene(stored: Credential, answers: Answer[]) {
  const folder = await mkdtemp(path.join(tmpdir(), "alprina-renew-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const server = await fakeServer({ "POST /oauth/token": answers });
  const store = createCredentialStore(path.join(folder, "credentials.json"));
  await store.set(server.url, stored);
  const options = { server: server.url, store, sleep: () => Promise.resolve() };
  return { options, store, server };
}

describe("the current key", () => {
  test.each([
    ["lasts", renewable(120_000)],
    ["is never renewed", credential],
  ])("is the stored one when it %s", async (_why, stored) => {
    const { options, server } = await scene(stored, []);
    expect(await currentCredential(options)).toEqual(stored);
    expect(server.received).toEqual([]);
  });

  test("is renewed shortly before its end, and the successor kept", async () => {
    const { options, store, server } = await scene(renewable(30_000), [renewed]);
    const current = await currentCredential(options);
    expect(current).toMatchObject({
      apiKey: NEW_KEY,
      user: credential.user,
      renewal: { refreshToken: "r2" },
    });
    expect(await store.get(server.url)).toEqual(current);
    expect(server.received[0]?.body).toMatchObject({ grant_type: "refresh_token", refresh_token: "r1" });
  });

  test("is the old one for as long as it lasts while the server is away", async () => {
    const { options } = await scene(renewable(30_000), ["drop"]);
    expect(await currentCredential(options)).toHaveProperty("apiKey", credential.apiKey);
  });

  test.each([
    ["the login was revoked", renewable(30_000), refusal(400, "invalid_grant", undefined), "invalid_grant"],
    ["it is over and the server away", renewable(-1_000), "drop", "unreachable"],
  ] satisfies [string, Credential, Answer, string][])(
    "is none when %s",
    async (_why, stored, answer, word) => {
      const { options, store, server } = await scene(stored, [answer]);
      const error: unknown = await currentCredential(options).catch((thrown: unknown) => thrown);
      expect([(error as { code?: string }).code, (error as { reason?: string }).reason]).toContain(word);
      // Nothing is forgotten on a refusal: the person reads what it was.
      expect(await store.get(server.url)).toEqual(stored);
    },
  );

  test("is renewed once by ten processes that need it at once", async () => {
    const { options, store, server } = await scene(renewable(30_000), [
      renewed,
      refusal(400, "invalid_grant", ""),
    ]);
    const reader = new URL("key-reader.ts", import.meta.url).pathname;
    const read = () =>
      promisify(execFile)(process.execPath, ["--import", "tsx", reader, store.file, options.server], {
        cwd: import.meta.dirname,
      });
    const keys = await Promise.all(Array.from({ length: 10 }, read));
    expect(keys.map(({ stdout }) => stdout)).toEqual(Array(10).fill(NEW_KEY));
    expect(server.received).toHaveLength(1);
  }, 60_000);
});
