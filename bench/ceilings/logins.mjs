import { randomBytes, randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import pg from "pg";

/*
 * Bare `pg`: says to PostgreSQL what whole logins say to it, every statement prepared, from a pool as large as our
 * server's. No HTTP, no decision, no key is made: what is left is the database's own time.
 */

/** @typedef {import("../src/script").Script} Script */

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_CONNECTIONS),
});
/** @type {Map<string, string>} */
const names = new Map();

process.on("message", (/** @type {{ scripts: Script[], seconds: number }} */ job) => {
  run(job).then(
    (report) => process.send?.(report),
    (error) => process.send?.({ error: String(error) }),
  );
});
process.once("disconnect", () => process.exit());

/** @param {{ scripts: Script[], seconds: number }} job */
async function run({ scripts, seconds }) {
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  /** @type {number[]} */
  const latenciesMs = [];
  await Promise.all(
    scripts.map(async (script) => {
      while (performance.now() < until) {
        const begun = performance.now();
        await logIn(script);
        latenciesMs.push(performance.now() - begun);
      }
    }),
  );
  return { logins: latenciesMs.length, seconds: (performance.now() - startedAt) / 1000, latenciesMs };
}

/** @param {Script} script */
async function logIn({ groups, heardAt }) {
  const fresh = freshValues(Date.now() - heardAt);
  for (const group of groups) {
    const client = group.length > 1 ? await pool.connect() : undefined;
    try {
      for (const { text, values } of group) {
        await (client ?? pool).query({ name: nameOf(text), text, values: values.map(fresh) });
      }
    } finally {
      client?.release();
    }
  }
}

/** @param {string} text */
function nameOf(text) {
  const name = names.get(text) ?? `s${names.size}`;
  names.set(text, name);
  return name;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const TIME = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/;
const UNIX_MS = /^1[6-9]\d{11}$/;
const HEX = /^\\x(?:[0-9a-f]{2})+$/i;

/**
 * A login's own values, made new: ids, hashes and times, the same one wherever the same one stood.
 * @param {number} laterMs
 */
function freshValues(laterMs) {
  /** @type {Map<string, string | Buffer>} */
  const made = new Map();
  /**
   * @param {string} old
   * @param {() => string | Buffer} make
   */
  const once = (old, make) => {
    const value = made.get(old) ?? make();
    made.set(old, value);
    return value;
  };
  return (/** @type {import("../src/script").ScriptValue} */ value) => {
    if (value === null) return null;
    if ("hex" in value) {
      const bytes = Buffer.from(value.hex, "hex");
      return value.isOwn ? once(value.hex, () => randomBytes(bytes.length)) : bytes;
    }
    const { text, isOwn } = value;
    // Of old times some stand in both logins that were heard: the limits of what is counted, for one.
    if (TIME.test(text)) return new Date(Date.parse(asIso(text)) + laterMs).toISOString();
    if (UNIX_MS.test(text)) return String(Number(text) + Math.round(laterMs));
    if (!isOwn) return text;
    if (UUID.test(text)) return once(text, () => randomUUID());
    if (HEX.test(text)) return once(text, () => `\\x${randomBytes((text.length - 2) / 2).toString("hex")}`);
    return text;
  };
}

/** @param {string} text without a zone it is UTC */
function asIso(text) {
  return /(Z|[+-]\d\d(:?\d\d)?)$/.test(text.slice(10)) ? text : `${text}Z`;
}
