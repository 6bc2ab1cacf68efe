/** As the procedure bounds it; more is held for so long. */
const MAX_WAIT_SECONDS = 25;

const applied = new WeakMap<Request, number>();

/**
 * For how many seconds a poll asks to be held: `Prefer: wait=N` (RFC 7240 §4.3), of which `header` is what stands
 * behind the colon. Undefined without it; what else stands there is ignored, and of two the first counts (§2).
 */
export function preferredWait(header: string | null): number | undefined {
  for (const preference of header?.split(",") ?? []) {
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
  if (seconds !== undefined) headers.set("Preference-Applied", appliedWait(seconds));
}

export const appliedWait = (seconds: number): string => `wait=${seconds}`;
