import { MisuseError } from "../client/errors";
import type { ClientCredentials, Connection } from "../client/send";
import { normalizeServer } from "../client/server-url";
import type { Transport } from "../client/transport";

export interface KeyVerifierOptions extends Omit<Connection, "signal">, ClientCredentials {
  /** Sends the questions; it must honour `init.signal`. `globalThis.fetch` by default. */
  fetch?: Transport;
  /**
   * For how many seconds an answer is kept, 0 to 5; 4 by default. A revoked key can be let in for that long, and 0
   * asks for each call anew.
   */
  cacheSeconds?: number;
  /**
   * For how many seconds after that an answer is still given, while the server is asked anew; 0 to 60, 0 by default.
   * It spares callers the wait and bridges a server that is away, and lets a revoked key in for as much longer.
   */
  staleWhileRevalidateSeconds?: number;
  /** How many answers are kept, of good and of bad keys each; 10,000 by default, less than a kilobyte each. */
  maxKeys?: number;
  /** The server's `API_KEY_PREFIX`. Without it keys are told by their checksum alone. */
  keyPrefix?: string;
  /** Milliseconds for one question; 5,000 by default. */
  timeoutMs?: number;
  /** Milliseconds since 1970; `Date.now` by default. */
  clock?: () => number;
}

const MAX_CACHE_SECONDS = 5;
const MAX_STALE_SECONDS = 60;

/** @throws {MisuseError} an option that cannot be right, at the start and not at the first call. */
export function readOptions(options: KeyVerifierOptions) {
  const { clientId, clientSecret, fetch, keyPrefix, timeoutMs = 5_000, clock = Date.now } = options;
  const { cacheSeconds = 4, staleWhileRevalidateSeconds = 0, maxKeys = 10_000 } = options;
  if (!clientId || !clientSecret) {
    throw new MisuseError(
      "A verifier needs the clientId and the clientSecret of a registered resource server.",
    );
  }
  expectWithin({ cacheSeconds }, 0, MAX_CACHE_SECONDS);
  expectWithin({ staleWhileRevalidateSeconds }, 0, MAX_STALE_SECONDS);
  expectWithin({ maxKeys }, 1, 10_000_000);
  expectWithin({ timeoutMs }, 1, 60_000);
  return {
    connection: { server: normalizeServer(options.server), clientId, clientSecret, fetch, timeoutMs },
    freshMs: cacheSeconds * 1000,
    staleMs: staleWhileRevalidateSeconds * 1000,
    ...{ keyPrefix, maxKeys, clock },
  };
}

function expectWithin(option: Record<string, number>, min: number, max: number): void {
  for (const [name, value] of Object.entries(option)) {
    if (!(value >= min && value <= max)) throw new MisuseError(`${name} must be from ${min} to ${max}.`);
  }
}
