import type { KeyUse } from "./hot-reads";
import type { Store } from "./index";

/** How exact "last used" is: a use within this time after one that is noted is not worth a write. */
const EXACT_TO_SECONDS = 60;
const WRITE_EVERY_MS = 5_000;
/** More than these are written before their time. Some 200 bytes each. */
const MAX_WAITING = 20_000;

/** When keys were last used: gathered in memory, and written in one statement every few seconds. */
export interface KeyUses {
  /** Notes a use of a key that was last used, as far as is known, at `lastUsedAt`. */
  note(id: string, at: Date, lastUsedAt: Date | null): void;
  /** Writes down what is gathered. Rejects when it cannot, and keeps it then for the next time. */
  flush(): Promise<void>;
  /** The last writing, for as long as the database is there. */
  close(): Promise<void>;
}

export function createKeyUses(store: Pick<Store, "noteUses">): KeyUses {
  let waiting = new Map<string, Date>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    if (waiting.size === 0) return;
    const batch = waiting;
    waiting = new Map();
    try {
      await store.noteUses(
        Array.from(batch, ([id, at]): KeyUse => ({ id, at })),
        EXACT_TO_SECONDS,
      );
    } catch (error) {
      // What came since is newer, and there is an end to what a long outage may gather.
      for (const [id, at] of batch) if (waiting.size < MAX_WAITING && !waiting.has(id)) waiting.set(id, at);
      throw error;
    }
  }

  /** One after the other: whoever asks for it waits for what is being written as well. */
  function flush(): Promise<void> {
    writing = writing.catch(() => undefined).then(write);
    return writing;
  }

  function writeSoon(inMs: number): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      void flush()
        .catch(() => undefined)
        .then(() => {
          if (waiting.size > 0) writeSoon(WRITE_EVERY_MS);
        });
    }, inMs).unref();
  }

  return {
    note(id, at, lastUsedAt) {
      if (lastUsedAt && at.getTime() - lastUsedAt.getTime() < EXACT_TO_SECONDS * 1000) return;
      const noted = waiting.get(id);
      if (noted ? at.getTime() - noted.getTime() < WRITE_EVERY_MS : waiting.size >= MAX_WAITING) return;
      waiting.set(id, at);
      writeSoon(WRITE_EVERY_MS);
    },
    flush,
    async close() {
      clearTimeout(timer);
      await flush().catch(() => undefined);
    },
  };
}
