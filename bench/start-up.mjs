/**
 * How long `alprina` takes to start, beside Node itself and beside the least that a command with one call can do:
 * `node bench/start-up.mjs [runs]`, after a build. Runs alternate, so that a busy machine is busy for all of them.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { Worker } from "node:worker_threads";

const runs = Number(process.argv[2] ?? 40);
const alprina = join(import.meta.dirname, "../apps/cli/dist/alprina.js");

const device = { id: "d1", name: "desk", created_at: "2026", expires_at: "2027-11-23T19:00:00.000Z" };
const user = { id: "u1", email: "ada@example.com", full_name: "Ada Lovelace", tier: "none" };
const answer = JSON.stringify({ user: { ...user, created_at: "2026" }, device });
// In a thread of its own: this one waits for each run.
const server = new Worker(
  `const { parentPort, workerData } = require("node:worker_threads");
   const server = require("node:http").createServer((_, reply) =>
     reply.setHeader("Content-Type", "application/json").end(workerData));
   server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));`,
  { eval: true, workerData: answer },
);
const port = await new Promise((resolve) => server.once("message", resolve));
const url = `http://127.0.0.1:${port}`;

const home = mkdtempSync(join(tmpdir(), "alprina-start-"));
const login = {
  apiKey: `alprina_sk_live_${"1".repeat(43)}`,
  user: { id: "u1", email: "ada@example.com", fullName: null, tier: "none" },
  device: { id: "d1", name: "desk" },
  expiresAt: device.expires_at,
};
writeFileSync(join(home, "credentials.json"), JSON.stringify({ servers: { [url]: login } }), { mode: 0o600 });
const bareGet = `require("node:http").request("${url}", { agent: false }, (reply) =>
  reply.on("data", (data) => console.log(JSON.parse(data).user.email))).end()`;

const cases = {
  "node -e 0": ["-e", "0"],
  "node:http, one GET": ["-e", bareGet],
  "alprina --help": [alprina, "--help"],
  "alprina status": [alprina, "status"],
  "alprina whoami": [alprina, "whoami"],
};
const env = { PATH: process.env.PATH, HOME: home, ALPRINA_CONFIG_DIR: home, ALPRINA_SERVER: url };
const took = Object.entries(cases).map(([name, words]) => ({
  name,
  words,
  times: /** @type {number[]} */ ([]),
}));
for (let run = -2; run < runs; run += 1) {
  for (const { name, words, times } of took) {
    const startedMs = performance.now();
    const { status, stderr } = spawnSync(process.execPath, words, { env, encoding: "utf8" });
    if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
    // The first two fill caches.
    if (run >= 0) times.push(performance.now() - startedMs);
  }
}
await server.terminate();
rmSync(home, { recursive: true });

/** @param {number[]} numbers */
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
const bare = took[0]?.times ?? [];
for (const { name, times } of took) {
  const ratio = median(times.map((time, at) => time / (bare[at] ?? NaN)));
  const least = Math.min(...times) / Math.min(...bare);
  const ms = median(times).toFixed(0).padStart(4);
  console.log(`${name.padEnd(20)}${ms} ms   ${ratio.toFixed(2)} of bare Node, ${least.toFixed(2)} at best`);
}
