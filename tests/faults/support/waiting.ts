import { setTimeout as sleep } from "node:timers/promises";
import { call } from "@alprina/contract-tests/support/call";
import type { Host } from "@alprina/contract-tests/support/hosts";
import type { Reply } from "@alprina/contract-tests/support/http";

const SECONDS = 25;
/** Between polls, as the server advertises it. */
const PAUSE_MS = 5_000;

/** One poll that asks to be held until there is a decision (contract §5). */
export function waitOnce(host: Host, device_code: string): Promise<Reply> {
  const headers = { Prefer: `wait=${SECONDS}` };
  return call(host, "POST", "/v1/auth/device/token", { headers, json: { device_code } });
}

/** The decision on a login, waited for on this host. */
export async function waitForDecision(host: Host, deviceCode: string): Promise<Reply> {
  for (;;) {
    const reply = await waitOnce(host, deviceCode);
    const { error } = reply.body as { error?: string };
    if (error !== "authorization_pending") return reply;
    if (reply.headers["preference-applied"] === undefined) await sleep(PAUSE_MS);
  }
}
