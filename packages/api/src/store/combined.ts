/** Of one query; more wait for the next. Bounds what one answer can hold up. */
const MOST_AT_ONCE = 500;

/**
 * One look-up by key, of which all that are asked for in one turn of the event loop become one query: under load
 * a dozen callers share its cost, and a single one waits no longer than the turn takes.
 * `readMany` answers one value a key, in their order; null for what is not there.
 */
export function combined<Key, Value>(
  readMany: (keys: Key[]) => Promise<(Value | null)[]>,
): (key: Key) => Promise<Value | null> {
  interface Asked {
    key: Key;
    resolve: (value: Value | null) => void;
    reject: (error: unknown) => void;
  }
  let waiting: Asked[] = [];

  async function ask(batch: Asked[]): Promise<void> {
    try {
      const values = await readMany(batch.map(({ key }) => key));
      batch.forEach(({ resolve }, index) => resolve(values[index] ?? null));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  function askAll(): void {
    const all = waiting;
    waiting = [];
    for (let start = 0; start < all.length; start += MOST_AT_ONCE) {
      void ask(all.slice(start, start + MOST_AT_ONCE));
    }
  }

  return (key) =>
    new Promise((resolve, reject) => {
      // Whoever asks after the query was sent must not be given what was read before: so nobody joins it.
      if (waiting.push({ key, resolve, reject }) === 1) setImmediate(askAll);
    });
}
