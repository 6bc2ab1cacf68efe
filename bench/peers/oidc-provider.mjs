import { createServer } from "node:http";
import { generateKeyPair, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import Provider from "oidc-provider";
import pg from "pg";
import { adapterOn, createTable } from "./oidc-adapter.mjs";

/*
 * oidc-provider with the device flow and a public client, stored in PostgreSQL. What it warns of is set as its
 * documentation says: keys of its own, cookie keys, `findAccount`, times to live.
 */
const url = new URL(process.env.PUBLIC_URL ?? "");
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_CONNECTIONS),
});
await createTable(pool);

const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
const provider = new Provider(url.origin, {
  adapter: adapterOn(pool),
  clients: [
    {
      client_id: "alprina-cli",
      token_endpoint_auth_method: "none",
      grant_types: ["urn:ietf:params:oauth:grant-type:device_code", "refresh_token"],
      response_types: [],
      redirect_uris: [],
    },
  ],
  jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256" }] },
  cookies: { keys: [randomBytes(32).toString("hex")] },
  findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
  features: { deviceFlow: { enabled: true }, devInteractions: { enabled: false } },
  ttl: { DeviceCode: 1800, AccessToken: 3600, Grant: 3600, IdToken: 3600, Interaction: 3600, Session: 3600 },
});

const server = createServer(provider.callback());
server.keepAliveTimeout = 65_000;
server.listen(Number(url.port), "127.0.0.1", () => process.send?.({ url: url.origin }));
process.once("disconnect", () => process.exit());
