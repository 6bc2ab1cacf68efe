/**
 * An API that lets in whoever shows a good key: node:http, fetch and a small cache.
 *
 *     ALPRINA_SERVER=https://login.example.com API_ID=acme-api API_SECRET=… PORT=8080 node protected-api.mjs
 */
import { createHash } from "node:crypto";
import { createServer } from "node:http";

const { ALPRINA_SERVER = "http://localhost:3000", API_ID = "acme-api", API_SECRET = "", PORT } = process.env;
const authorization = `Basic ${Buffer.from(`${API_ID}:${API_SECRET}`).toString("base64")}`;

const KEPT_MS = 60_000;
const KEPT_AT_MOST = 10_000;
/** Answers by the hash of their key: whoever reads this memory should find no keys in it. */
const kept = new Map();

/**
 * What the server knows of a key: `{ active: false }`, or active with `sub`, `scope`, `client_id`, `exp`.
 * A revoked key can be let in for as long as its answer is kept: 60 s here.
 * @throws when there is no answer. Let nobody in then.
 */
async function introspect(key) {
  const hash = createHash("sha256").update(key).digest("base64");
  const found = kept.get(hash);
  if (found && found.until > Date.now()) return found.answer;
  const reply = await fetch(`${ALPRINA_SERVER}/oauth/introspect`, {
    method: "POST",
    headers: { authorization },
    body: new URLSearchParams({ token: key }),
    redirect: "error",
    signal: AbortSignal.timeout(5_000),
  });
  if (!reply.ok) throw new Error(`Introspection answers ${reply.status}`);
  const answer = await reply.json();
  if (kept.size >= KEPT_AT_MOST) kept.clear();
  // Never longer than the key itself is good for.
  const until = Math.min(Date.now() + KEPT_MS, (answer.exp ?? Infinity) * 1000);
  kept.set(hash, { answer, until });
  return answer;
}

/** Who calls, if their key has `scope`; otherwise undefined, and the refusal is on its way (RFC 6750 §3). */
async function requireScope(scope, request, response) {
  const key = /^Bearer +([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? "")?.[1];
  if (!key) return refuse(response, 401, "Bearer");
  const answer = await introspect(key);
  if (!answer.active) return refuse(response, 401, 'Bearer error="invalid_token"');
  if (!answer.scope.split(" ").includes(scope)) {
    return refuse(response, 403, `Bearer error="insufficient_scope", scope="${scope}"`);
  }
  return answer;
}

function refuse(response, status, challenge) {
  response.writeHead(status, { "WWW-Authenticate": challenge }).end();
}

const api = createServer(async (request, response) => {
  try {
    const caller = await requireScope("profile", request, response);
    if (!caller) return;
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(JSON.stringify({ hello: caller.sub }));
  } catch (error) {
    // The message names no key. Keys and Authorization headers never belong in a log.
    console.error(error.message);
    response.writeHead(503, { "Retry-After": "2" }).end();
  }
});
api.listen(Number(PORT ?? 8080), "127.0.0.1", () => console.log(`Listening on ${api.address().port}`));
