import { Redis } from "ioredis";

const CONNECT_WITHIN_MS = 2_000;
const ANSWER_WITHIN_TURNS = 20;
const TURN_MS = 100;
/** For what nobody waits for, such as the handshake. Longer than a busy process is ever held up. */
const SILENT_FOR_MS = 5_000;
const RETRY_AT_MOST_EVERY_MS = 2_000;
const CLOSED = "the connection was closed";

/** What an operator should hear. Neither is said twice in a row. */
export interface RedisNews {
  /** `reason` is Redis's or the network's word, without a secret. */
  onAway: (reason: string) => void;
  onBack: () => void;
}

/** A connection to a Redis that may come and go. */
export interface RedisLink {
  /**
   * Commands reject at once while Redis is away, and none is sent a second time. Send them by `ask`. `duplicate()`
   * makes the connection of its own that a subscriber needs.
   */
  client: Redis;
  /** A command's answer. When there is none in two seconds it rejects, and so do all others: the connection is cut. */
  ask<T>(command: () => Promise<T>): Promise<T>;
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
    // After a polite end of the connection, an impolite one.
    disconnectTimeout: TURN_MS,
    commandTimeout: SILENT_FOR_MS,
    socketTimeout: SILENT_FOR_MS,
    // What waits for Redis to come back would hang; what is sent twice would count twice.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    retryStrategy: (attempt) => Math.min(100 * 2 ** Math.min(attempt, 10), RETRY_AT_MOST_EVERY_MS),
    disableClientInfo: true,
  });
  let [isAway, isClosing] = [false, false];
  let lastReason = CLOSED;
  let settle!: (isThere: boolean) => void;
  const opened = new Promise<boolean>((resolve) => (settle = resolve));
  void opened.then(() => stopWaiting());

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
  async function ask<T>(command: () => Promise<T>): Promise<T> {
    const stop = afterTurns(() => {
      lastReason = "it does not answer in time";
      client.disconnect(true);
    });
    try {
      return await command();
    } finally {
      stop();
    }
  }
  // A server that starts while Redis is silent does not wait for the end of the handshake.
  const stopWaiting = afterTurns(() => settle(false));
  client.on("error", (error: Error) => (lastReason = reasonOf(error)));
  client.on("close", () => away(lastReason));
  client.on("ready", () => {
    lastReason = CLOSED;
    worked();
  });
  return {
    client,
    opened,
    ask,
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

/**
 * Runs `late` after two seconds, counted in turns and not by the clock: a process that was held up itself has the
 * answer waiting for it. The function that it answers calls that off.
 */
function afterTurns(late: () => void): () => void {
  let turns = 0;
  const watch = setInterval(() => {
    if (++turns < ANSWER_WITHIN_TURNS) return;
    clearInterval(watch);
    late();
  }, TURN_MS).unref();
  return () => clearInterval(watch);
}

/** Redis's own errors carry the command with its arguments, a password's included: the message alone goes on. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return error.message || (error as NodeJS.ErrnoException).code || error.name;
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === "ReplyError";
}
