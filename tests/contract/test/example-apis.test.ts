import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call } from "../support/call";
import { checkout, runs } from "../support/example-program";
import { startExample, type ExampleServer } from "../support/example-server";
import { hosts, type Host } from "../support/hosts";
import { send } from "../support/http";
import { addClient, logIn } from "../support/oauth";
import { signUp, type Person } from "../support/people";
import { freePort } from "../support/server";

const host = hosts.find(({ kind }) => kind === "front door") as Host;
const python = ["/usr/bin/python3", "python3"].find((one) =>
  runs(one, "-c", "import fastapi, requests, uvicorn"),
);

const apis = [
  {
    name: "Express",
    folder: "examples/node",
    command: () => [process.execPath, "--import", "tsx", "protected-api.mjs"],
  },
  {
    name: "FastAPI",
    folder: "examples/python",
    command: (port: number) => [python ?? "", "-m", "uvicorn", "protected_api:app", "--port", String(port)],
  },
].map((api) => ({ ...api, isHere: api.name !== "FastAPI" || python !== undefined }));

for (const { name } of apis.filter(({ isHere }) => !isHere)) {
  console.warn(`The example for ${name} is left out: what it needs is not on this machine.`);
}

/** The verifier forgets in seconds, the example for FastAPI in a minute, which no test waits for. */
const untilForgotten = { timeout: 30_000, interval: 500 };

let ada: Person;
beforeAll(async () => {
  ada = await signUp(host, "Ada Lovelace");
});

describe.each(apis)("the example of an API with $name", ({ name, isHere, folder, command }) => {
  const started: ExampleServer[] = [];
  afterAll(() => Promise.all(started.map((one) => one.stop())));

  async function start(secret?: string) {
    const { clientId, clientSecret } = await addClient(host, "resource_server");
    const port = await freePort();
    const env = { ALPRINA_SERVER: host.url, API_ID: clientId, API_SECRET: secret ?? clientSecret };
    const api = await startExample(command(port), { folder, port, env: { ...env, PORT: String(port) } });
    started.push(api);
    const get = async (authorization?: string) => {
      const reply = await send(api.url, "GET", "/", { headers: authorization ? { authorization } : {} });
      return { status: reply.status, challenge: reply.headers["www-authenticate"], body: reply.body };
    };
    return { api, get };
  }

  it.skipIf(!isHere)(
    "lets in a good key with the scope, and refuses the others as RFC 6750 says",
    async () => {
      const { api, get } = await start();
      const [good, narrow, revoked] = [
        await logIn(host, ada, "profile"),
        await logIn(host, ada, "email"),
        await logIn(host, ada, "profile"),
      ];
      await call(host, "POST", "/v1/auth/logout", { bearer: revoked.access_token });

      expect(await get()).toMatchObject({ status: 401, challenge: "Bearer" });
      expect(await get("Basic YTpi")).toMatchObject({ status: 401, challenge: "Bearer" });
      const bad = { status: 401, challenge: 'Bearer error="invalid_token"' };
      expect(await get("Bearer nonsense")).toMatchObject(bad);
      expect(await get(`Bearer ${revoked.access_token}`)).toMatchObject(bad);
      expect(await get(`Bearer ${narrow.access_token}`)).toMatchObject({
        status: 403,
        challenge: 'Bearer error="insufficient_scope", scope="profile"',
      });
      const welcome = { status: 200, body: { hello: ada.id } };
      expect(await get(`Bearer ${good.access_token}`)).toMatchObject(welcome);

      // What the guide says of the cache: an answer is kept, so that a revocation takes its time.
      await call(host, "POST", "/v1/auth/logout", { bearer: good.access_token });
      if (name === "FastAPI") expect(await get(`Bearer ${good.access_token}`)).toMatchObject(welcome);
      else await expect.poll(() => get(`Bearer ${good.access_token}`), untilForgotten).toMatchObject(bad);
      for (const { access_token } of [good, narrow, revoked])
        expect(api.output()).not.toContain(access_token);
    },
  );

  it.skipIf(!isHere)("lets nobody in when it cannot ask", async () => {
    const { api, get } = await start("not the secret");
    const { access_token } = await logIn(host, ada, "profile");
    expect(await get(`Bearer ${access_token}`)).toMatchObject({ status: 503 });
    expect(api.output()).not.toContain(access_token);
  });
});

describe("the example that finds keys", () => {
  const here = runs("python3", "--version");
  it.skipIf(!here)("names the line of a real key, and passes over a look-alike", async () => {
    const folder = mkdtempSync(join(tmpdir(), "alprina-keys-"));
    const { access_token: key } = await logIn(host, ada, "profile");
    const lookAlike = key.slice(0, -1) + (key.endsWith("a") ? "b" : "a");
    writeFileSync(join(folder, "leaky.env"), `A=1\nKEY="${key}"\n`);
    writeFileSync(join(folder, "clean.env"), `KEY=${lookAlike}\nKEY=${key}longer\n`);
    const find = (name: string) =>
      spawnSync("python3", [join(checkout, "examples/python/find_keys.py"), name], { cwd: folder });
    const [leaky, clean] = [find("leaky.env"), find("clean.env")];
    rmSync(folder, { recursive: true });
    expect([leaky.status, leaky.stdout.toString()]).toEqual([1, "leaky.env:2: an API key\n"]);
    expect([clean.status, clean.stdout.toString()]).toEqual([0, ""]);
  });
});
