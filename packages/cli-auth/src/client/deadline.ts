import { RefusedError } from "./errors";

/** By how much the two clocks may drift apart before a machine must have slept. */
const SLEPT_MS = 60_000;

/**
 * The end of a code. The monotonic clock counts, because the wall's may be set in between; but it stands still while
 * a laptop's lid is closed, so what the wall's says tells a login that has slept from one whose server is away.
 */
export class Deadline {
  private readonly startedMs: number;
  private readonly wallStartedMs: number;

  constructor(
    private readonly lastsMs: number,
    private readonly clock: () => number = () => performance.now(),
    private readonly wallClock: () => number = Date.now,
  ) {
    this.startedMs = clock();
    this.wallStartedMs = wallClock();
  }

  leftMs(): number {
    return this.lastsMs - (this.clock() - this.startedMs);
  }

  /** The machine slept, and the code's time has gone by meanwhile. */
  hasSleptPast(): boolean {
    const wallMs = this.wallClock() - this.wallStartedMs;
    return wallMs > this.lastsMs && wallMs - (this.clock() - this.startedMs) > SLEPT_MS;
  }
}

export function expiredError(): RefusedError {
  return new RefusedError("Nobody decided in time: the login has expired.", { code: "expired_token" });
}
