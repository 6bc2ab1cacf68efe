/** As the procedure bounds it; more is held for so long. */
const MAX_WAIT_SECONDS = 25;

const applied = new WeakMap<Request, number>();

/**
 * For how many seconds a poll asks to be held: `Prefer: wait=N` (RFC 7240 §4.3). Undefined without it; what else
 * stands in the header is ignored, and of two the first counts (§2).
 */
export function preferredWait(request: Request): number | undefined {
  for (const preference of request.headers.get("prefer")?.split(",") ?? []) {
    const seconds = /^\s*wait\s*=\s*"?(\d{1,9})"?\s*(;|$)/i.exec(preference)?.[1];
    if (seconds !== undefined) return Math.min(Number(seconds), MAX_WAIT_SECONDS) || undefined;
  }
  return undefined;
}

/** Notes what was done of it, for the reply to say, whatever it is. */
export function noteApplied(request: Request, { heldSeconds }: { heldSeconds?: number }): void {
  if (heldSeconds !== undefined) applied.set(request, heldSeconds);
}

/** `Preference-Applied` (RFC 7240 §3), where there is something to say. */
export function sayApplied(request: Request, { headers }: Response): void {
  const seconds = applied.get(request);
  if (seconds !== undefined) headers.set("Preference-Applied", `wait=${seconds}`);
}
