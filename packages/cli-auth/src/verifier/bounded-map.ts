/** A map that forgets what was not read or written for longest, when it would hold more than `max`. */
export interface BoundedMap<Value> {
  get(name: string): Value | undefined;
  set(name: string, value: Value): void;
  delete(name: string): void;
}

/** A `Map` keeps the order of writing, so writing again what is read makes the first entry the oldest. */
export function createBoundedMap<Value>(max: number): BoundedMap<Value> {
  const entries = new Map<string, Value>();

  function write(name: string, value: Value): void {
    entries.delete(name);
    entries.set(name, value);
  }

  return {
    get(name) {
      const value = entries.get(name);
      if (value !== undefined) write(name, value);
      return value;
    },
    set(name, value) {
      write(name, value);
      if (entries.size <= max) return;
      for (const [oldest] of entries) {
        entries.delete(oldest);
        return;
      }
    },
    delete: (name) => void entries.delete(name),
  };
}
