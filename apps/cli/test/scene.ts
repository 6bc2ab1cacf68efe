import { readFile, writeFile } from "node:fs/promises";

import * as bodies from "../../../packages/cli-auth/test/client/bodies";
import { type Answer, fakeServer } from "../../../packages/cli-auth/test/client/fake-server";
import { readLines } from "./json";
import { someone } from "./run";

export const OLD_KEY = "alprina_sk_live_1111111111111111111111111111111111111111111";

const started = { status: 200, body: { ...(bodies.started.body as object), interval: 1 } };
const me: Answer = {
  status: 200,
  body: {
    user: { id: "u1", email: "ada@example.com", full_name: "Ada Lovelace", tier: "none", created_at: "2026" },
    device: { id: "d1", name: "ada-thinkpad", created_at: "2026", expires_at: "2027-11-23T19:00:00.000Z" },
  },
};

/** Somebody at a server that answers as told, and who is signed in there already if they have a key. */
export async function scene(script: Record<string, Answer[]> = {}, signedInWith?: string) {
  const server = await fakeServer({
    "POST /v1/auth/device": [started],
    "POST /v1/auth/device/token": [bodies.approved],
    "GET /v1/auth/me": [me],
    "POST /v1/auth/logout": [{ status: 204 }],
    ...script,
  });
  const person = await someone();
  const store = (logins: Record<string, string>) => {
    const user = { id: "u1", email: "ada@example.com", fullName: null, tier: "none" };
    const login = (apiKey: string) => ({
      ...{ apiKey, user, device: { id: "d1", name: "ada-thinkpad" }, expiresAt: "2027-11-23T19:00:00.000Z" },
    });
    const servers = Object.entries(logins).map(([account, apiKey]) => [account, login(apiKey)]);
    return writeFile(person.credentials, JSON.stringify({ servers: Object.fromEntries(servers) as object }));
  };
  if (signedInWith) await store({ [server.url]: signedInWith });
  const keyStored = async () =>
    (await readFile(person.credentials, "utf8").catch(() => "")).match(/alprina_sk_live_\w+/)?.[0];
  const at = { ALPRINA_SERVER: server.url };
  return {
    ...person,
    server,
    store,
    keyStored,
    runAnywhere: person.run,
    /** At this server. */
    run: (args: string[], env: NodeJS.ProcessEnv = {}) => person.run(args, { env: { ...at, ...env } }),
    /** The same for a program. */
    json: async (args: string[], env: NodeJS.ProcessEnv = {}) => {
      const ended = await person.run([...args, "--json"], { env: { ...at, ...env } });
      return { ...ended, ...readLines(ended) };
    },
  };
}
