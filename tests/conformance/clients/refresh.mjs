// One process of a command line that renews its key: refresh.mjs TOKEN_ENDPOINT CLIENT_ID AT_MS, the refresh token
// on standard input. It waits until AT_MS (Unix milliseconds), so that several can do so at once.
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";

const [endpoint, clientId, atMs] = process.argv.slice(2);
const refreshToken = (await text(process.stdin)).trim();
await sleep(Number(atMs) - Date.now());
const reply = await fetch(endpoint, {
  method: "POST",
  body: new URLSearchParams({
    grant_type: "refresh_token",
    client_id: clientId,
    refresh_token: refreshToken,
  }),
});
process.stdout.write(JSON.stringify({ status: reply.status, body: await reply.json() }));
