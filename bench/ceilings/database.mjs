import { createHash } from "node:crypto";
import pg from "pg";
import { serve } from "./serve.mjs";

// `node:http` and one prepared statement a request, by the hash of what the request brings. STATEMENT says which.
const statements = {
  select: {
    grant:
      "SELECT id, status, client_id, scope, code_challenge, interval_seconds, expires_at FROM device_grant WHERE device_code_hash = $1",
    key: 'SELECT k.id, k.status, k.name, k.scope, k.created_at, k.expires_at, k.last_used_at, u.id AS person, u.email, u.full_name, u.tier FROM api_key k JOIN "user" u ON u.id = k.user_id WHERE k.key_hash = $1',
  },
  update: {
    grant: "UPDATE device_grant SET interval_seconds = 5 WHERE device_code_hash = $1 RETURNING status",
    key: "UPDATE api_key SET last_used_at = now() WHERE key_hash = $1 RETURNING status",
  },
}[process.env.STATEMENT ?? "select"];
if (!statements) throw new Error(`STATEMENT is select or update, not ${process.env.STATEMENT}`);

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_CONNECTIONS),
});
const ofKeys = new Set(["/v1/auth/me", "/oauth/introspect"]);

serve((path, secret) => {
  const name = ofKeys.has(path) ? "key" : "grant";
  const hash = createHash("sha256").update(secret).digest();
  return pool.query({ name, text: statements[name], values: [hash] });
});
