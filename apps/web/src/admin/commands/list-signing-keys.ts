import { listSigningKeys, type SigningKeyView } from "@alprina/api";
import { ENGLISH, relativeTime } from "@/lib/dates";
import { layOut } from "../layout";
import type { Session } from "../session";
import type { Terminal } from "../terminal";

/** The keys that /oauth/jwks shows, the newest first. */
export async function showSigningKeys(
  terminal: Terminal,
  { deps }: Session,
  { json }: { json?: boolean },
): Promise<void> {
  const keys = await listSigningKeys(deps);
  if (json) return terminal.json(keys);
  if (keys.length === 0) {
    return terminal.say("There is none yet: the first ID token, or the first look at /oauth/jwks, makes it.");
  }
  const now = deps.now().getTime();
  const rows = keys.map((key) => [key.kid, relativeTime(key.createdAt, now, ENGLISH), standingOf(key, now)]);
  for (const line of layOut(["KEY ID", "MADE", "STATUS"], rows, terminal.dataWidth)) terminal.data(line);
  if (keys.some(({ status, isReadable }) => status === "current" && !isReadable)) {
    terminal.warn("The current key was sealed under another AUTH_SECRET: with this one it cannot sign.");
  }
}

function standingOf({ status, publishedUntil }: SigningKeyView, now: number): string {
  return publishedUntil ? `gone ${relativeTime(publishedUntil, now, ENGLISH)}` : status;
}
