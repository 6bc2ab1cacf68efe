import { host } from "#host";

import { oauthPaths } from "../protocol/paths";
import type { Connection } from "./call";
import { exchange } from "./exchange";
import { normalizeServer } from "./server-url";

/** How a server looks from here. */
export interface ServerProbe {
  status: number;
  /** What it calls itself, when it says so. */
  issuer: string | undefined;
  /** By how much this machine's clock is ahead of the server's, to a second or so. */
  clockAheadSeconds: number | undefined;
  tookMs: number;
}

/**
 * Asks a server for its name and the time, which takes no key and changes nothing.
 * @throws {BadResponseError} it cannot be reached; the message says why.
 */
export async function probeServer(options: Connection & { wallClock?: () => number }): Promise<ServerProbe> {
  const { wallClock = Date.now, fetch = host.transport } = options;
  const url = normalizeServer(options.server) + oauthPaths.openidConfiguration;
  const sentMs = wallClock();
  const init = { method: "GET", headers: { Accept: "application/json" }, redirect: "manual" } as const;
  const { response, text } = await exchange({ ...options, fetch }, url, init);
  const tookMs = wallClock() - sentMs;
  const date = Date.parse(response.headers.get("date") ?? "");
  // The server read its clock somewhere between; a Date has whole seconds.
  const clockAheadSeconds = Number.isNaN(date) ? undefined : Math.round((sentMs + tookMs / 2 - date) / 1000);
  return { status: response.status, issuer: issuerIn(text), clockAheadSeconds, tookMs };
}

function issuerIn(text: string): string | undefined {
  try {
    const { issuer } = JSON.parse(text) as { issuer?: unknown };
    return typeof issuer === "string" ? issuer : undefined;
  } catch {
    return undefined;
  }
}
