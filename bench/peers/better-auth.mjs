import { createServer } from "node:http";
import { apiKey } from "@better-auth/api-key";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { toNodeHandler } from "better-auth/node";
import { bearer, deviceAuthorization } from "better-auth/plugins";
import pg from "pg";

/*
 * better-auth as its documentation sets it up on Node and PostgreSQL: a `pg` pool as the database (its own Kysely
 * adapter), migrated by its own migrations, behind `toNodeHandler`. Rate limits are off, the plugin's own for keys
 * too: they would refuse the load, and each costs a write. Keys are kept in the database, as ours are; its other
 * mode wants a Redis.
 */
const url = new URL(process.env.PUBLIC_URL ?? "");
const auth = betterAuth({
  baseURL: url.origin,
  secret: process.env.AUTH_SECRET,
  database: new pg.Pool({
    connectionString: process.env.DATABASE_URL,
    max: Number(process.env.DATABASE_CONNECTIONS),
  }),
  emailAndPassword: { enabled: true },
  rateLimit: { enabled: false },
  plugins: [
    deviceAuthorization({ expiresIn: "30m", interval: "5s", validateClient: (id) => id === "alprina-cli" }),
    apiKey({ rateLimit: { enabled: false } }),
    bearer(),
  ],
});
await (await getMigrations(auth.options)).runMigrations();

const handle = toNodeHandler(auth);
// Verifying is a call on the server and no endpoint: whoever uses it writes this route.
const server = createServer(async (request, response) => {
  if (request.url === "/verify") return verify(request, response);
  if (request.url === "/make-key") return makeKey(request, response);
  return handle(request, response);
});
server.keepAliveTimeout = 65_000;
server.listen(Number(url.port), "127.0.0.1", () => process.send?.({ url: url.origin }));
process.once("disconnect", () => process.exit());

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function verify(request, response) {
  const key = (request.headers.authorization ?? "").slice("Bearer ".length);
  const { valid, key: found } = await auth.api.verifyApiKey({ body: { key } });
  answer(response, valid ? 200 : 401, { valid, user: found?.referenceId, expires_at: found?.expiresAt });
}

/**
 * For the bench's own use, before the clock runs: the first key, which the others are copied from.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function makeKey(request, response) {
  const userId = String(request.headers["x-user-id"]);
  answer(response, 200, await auth.api.createApiKey({ body: { userId, name: "bench" } }));
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {number} status
 * @param {unknown} body
 */
function answer(response, status, body) {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(text),
  });
  response.end(text);
}
