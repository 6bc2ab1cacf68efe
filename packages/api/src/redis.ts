import { Redis } from "ioredis";

// Nobody waits for Redis longer than for PostgreSQL, which does the same work.
const CONNECT_WITHIN_MS = 2_000;
const ANSWER_WITHIN_MS = 1_000;
/** A connection on which nothing comes back is cut, so that what follows does not wait for it as well. */
const SILENT_FOR_MS = 1_500;
const RETRY_AT_MOST_EVERY_MS = 2_000;

/** What an operator should hear. Neither is said twice in a row. */
export interface RedisNews {
  /** `reason` is Redis's or the network's word, without a secret. */
  onAway: (reason: string) => void;
  onBack: () => void;
}

/** A connection to a Redis that may come and go. */
export interface RedisLink {
  /**
   * Commands reject at once while Redis is away, and soon when it falls silent; none is sent a second time.
   * `duplicate()` makes the connection of its own that a subscriber needs.
   */
  client: Redis;
  /** Resolves soon, with Redis's first word: true when it answers, false when it was found away. */
  opened: Promise<boolean>;
  /** A command failed: Redis is there, and refuses (read-only, out of memory, not permitted). */
  failed(error: unknown): void;
  /** A command was answered. */
  worked(): void;
  close(): void;
}

/** Connects to the Redis at `url` and goes on trying. It never throws for a Redis that is not there. */
export function openRedis(url: string, { onAway, onBack }: RedisNews): RedisLink {
  const client = new Redis(url, {
    connectTimeout: CONNECT_WITHIN_MS,
    commandTimeout: ANSWER_WITHIN_MS,
    socketTimeout: SILENT_FOR_MS,
    // What waits for Redis to come back would hang; what is sent twice would count twice.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    retryStrategy: (attempt) => Math.min(100 * 2 ** Math.min(attempt, 10), RETRY_AT_MOST_EVERY_MS),
    disableClientInfo: true,
  });
  let [isAway, isClosing] = [false, false];
  let lastReason = "the connection was closed";
  let settle!: (isThere: boolean) => void;
  const opened = new Promise<boolean>((resolve) => (settle = resolve));

  function away(reason: string): void {
    settle(false);
    if (isAway || isClosing) return;
    isAway = true;
    onAway(reason);
  }
  function worked(): void {
    settle(true);
    if (!isAway) return;
    isAway = false;
    onBack();
  }
  client.on("error", (error: Error) => (lastReason = reasonOf(error)));
  client.on("close", () => away(lastReason));
  client.on("ready", worked);
  return {
    client,
    opened,
    worked,
    failed(error) {
      // A connection that is gone tells of itself.
      if (client.status === "ready" && isRefusal(error)) away(reasonOf(error));
    },
    close() {
      isClosing = true;
      client.disconnect();
    },
  };
}

/** Redis's own errors carry the command with its arguments, a password's included: the message alone goes on. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return error.message || (error as NodeJS.ErrnoException).code || error.name;
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === "ReplyError";
}
