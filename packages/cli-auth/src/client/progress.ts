import type { Sleep } from "./abort";
import type { Connection } from "./call";
import type { BadResponseError, RefusedError } from "./errors";

/** How a login can go: by a browser on this machine, by a code that is compared, by a code from the dashboard. */
export type Way = "loopback" | "device" | "dashboard";

/** What happens in a login, besides its prompt. */
export type Progress =
  /** The way that it goes, and for which reason: a sentence without a full stop. */
  | { kind: "way"; way: Way; because: string }
  /** Whether something took the page that was to be opened; `because` when nothing was tried. */
  | { kind: "browser"; opened: boolean; because?: string }
  | { kind: "waiting" | "slowed-down"; pauseSeconds: number }
  | { kind: "retrying"; pauseSeconds: number; error: BadResponseError | RefusedError }
  /** Another process signs in with the same store; this one waits, and takes what that one gets. */
  | { kind: "another-login" }
  /** Where the key is now, in words for a person. */
  | { kind: "kept"; where: string }
  /** The key of the login before could not be revoked. */
  | { kind: "not-retired"; deviceName: string };

/** What the high storey takes for its waiting. */
export interface WaitOptions extends Connection {
  /** Told before each pause, and of whatever else happens. */
  onProgress?: (progress: Progress) => void;
  /**
   * How long the server may hold a poll, in seconds: 25 by default, so that a decision is known at once. 0 polls every
   * few seconds, as without it.
   */
  waitSeconds?: number;
  /** All for tests: how to wait, a monotonic clock and the wall's in milliseconds, and chance between 0 and 1. */
  sleep?: Sleep;
  clock?: () => number;
  wallClock?: () => number;
  random?: () => number;
}
