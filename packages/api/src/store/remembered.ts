import { LRUCache } from "lru-cache";
import type { Events, Happening } from "../events/hub";
import { combined } from "./combined";

/** How long after the reading began a value is given from memory, in milliseconds, if nobody says otherwise. */
const LIVE_MS = 4_000;
/** From what age on a value in use is read again, beside the calls. */
const RENEW_AFTER_MS = 2_000;
/** How often such values are looked for. */
const RENEW_EVERY_MS = 500;
const RENEW_AT_ONCE = 500;
/**
 * For how long after a use a value is kept by asking whether it has changed. Five times asked with five hundred
 * others costs less than reading it once.
 */
const IN_USE_MS = 10_000;

export interface Rules<Value> {
  /** How many values at most. */
  max: number;
  /** One value a key, in their order; null for none. */
  read: (keys: string[]) => Promise<(Value | null)[]>;
  /**
   * Of values that were read before, the places of those that are others by now: less work than to read them.
   * Without it a value is read again if it was used since.
   */
  findChanged?: (values: Value[]) => Promise<number[]>;
  /** Whom a value is about: what happens to them makes it out of date. */
  about: (value: Value) => Happening[];
  /** Whether memory may answer now. What is read while it may not is not kept. */
  mayServe: () => boolean;
}

export interface Remembered<Value> {
  /** From memory, where that may answer; else from the database. */
  find(key: string): Promise<Value | null>;
  /** From memory or not at all. */
  peek(key: string): Value | undefined;
  /** The last that was read, however long ago: for when there is nothing better. */
  lastKnown(key: string): Value | undefined;
}

interface Entry<Value> {
  value: Value;
  readAtMs: number;
  usedAtMs: number;
}

/** One reading under way, and what was heard since it was sent: it may have seen the world before that. */
interface Reading {
  heard: Set<string>;
  heardGap: boolean;
}

/**
 * Values of the database in memory for four seconds at most, counted from the sending of the query that read them:
 * a change that nobody tells of is seen after that. One that is told of is seen at once, because what it is about
 * is dropped, also out of the answers to queries that were sent before it was heard. Values in use are looked at
 * again after two seconds, beside the calls and many in one query, so that no caller waits for it. What is not there
 * is not remembered.
 */
export function remembered<Value extends object>(events: Events, rules: Rules<Value>): Remembered<Value> {
  const keysAbout = new Map<string, Set<string>>();
  const readings = new Set<Reading>();
  const { findChanged } = rules;
  let timer: NodeJS.Timeout | undefined;
  let isRenewing = false;
  const known = new LRUCache<string, Entry<Value>>({
    max: rules.max,
    dispose: ({ value }, key) => {
      for (const name of rules.about(value).map(nameOf)) {
        const keys = keysAbout.get(name);
        keys?.delete(key);
        if (keys?.size === 0) keysAbout.delete(name);
      }
    },
  });

  events.subscribe((happening) => {
    const name = nameOf(happening);
    for (const reading of readings) reading.heard.add(name);
    for (const key of [...(keysAbout.get(name) ?? [])]) known.delete(key);
  });
  events.onGap(() => {
    for (const reading of readings) reading.heardGap = true;
    known.clear();
  });

  async function read(keys: string[]): Promise<(Value | null)[]> {
    const reading: Reading = { heard: new Set(), heardGap: !rules.mayServe() };
    const readAtMs = performance.now();
    readings.add(reading);
    try {
      const values = await rules.read(keys);
      keys.forEach((key, index) => keep(key, values[index] ?? null, reading, readAtMs));
      return values;
    } finally {
      readings.delete(reading);
    }
  }

  function keep(key: string, value: Value | null, { heard, heardGap }: Reading, readAtMs: number): void {
    // Of two answers the one to the later query stays.
    if ((known.peek(key)?.readAtMs ?? 0) > readAtMs) return;
    known.delete(key);
    if (value === null || heardGap || !rules.mayServe()) return;
    const names = rules.about(value).map(nameOf);
    if (names.some((name) => heard.has(name))) return;
    known.set(key, { value, readAtMs, usedAtMs: readAtMs });
    lookAfter();
    for (const name of names) {
      const keys = keysAbout.get(name);
      if (keys) keys.add(key);
      else keysAbout.set(name, new Set([key]));
    }
  }

  function lookAfter(): void {
    timer ??= setInterval(renewDue, RENEW_EVERY_MS).unref();
  }

  /** Renews what is due, and goes on looking for as long as anything is in use. */
  function renewDue(): void {
    const now = performance.now();
    const due: string[] = [];
    let isAnyInUse = false;
    for (const [key, { readAtMs, usedAtMs }] of known.entries()) {
      if (usedAtMs <= (findChanged ? now - IN_USE_MS : readAtMs)) continue;
      isAnyInUse = true;
      if (now - readAtMs >= RENEW_AFTER_MS) due.push(key);
    }
    if (!isAnyInUse) {
      clearInterval(timer);
      timer = undefined;
    }
    if (due.length === 0 || isRenewing || !rules.mayServe()) return;
    isRenewing = true;
    // A failure is not a caller's: what is in memory lasts its time, and the next call finds out.
    void renewAll(due)
      .catch(() => undefined)
      .finally(() => (isRenewing = false));
  }

  const readOne = combined(read);

  /** Leaves alone what is as it was, for as long again; reads the rest. */
  async function renewAll(keys: string[]): Promise<void> {
    if (!findChanged) return void (await Promise.all(keys.map(readOne)));
    for (let start = 0; start < keys.length; start += RENEW_AT_ONCE) {
      const asked = keys.slice(start, start + RENEW_AT_ONCE).flatMap((key) => {
        // Here and not with each use: what is used most is let go of last.
        const entry = known.get(key);
        return entry ? [{ key, entry }] : [];
      });
      if (asked.length === 0) continue;
      // Nothing need be compared with what is heard meanwhile: that drops the entry, and one that is dropped is
      // renewed in vain.
      const askedAtMs = performance.now();
      const changed = new Set(await findChanged(asked.map(({ entry }) => entry.value)));
      asked.forEach(({ key, entry }, place) => {
        if (changed.has(place)) void readOne(key).catch(() => undefined);
        else entry.readAtMs = Math.max(entry.readAtMs, askedAtMs);
      });
    }
  }

  function peek(key: string): Value | undefined {
    const entry = known.peek(key);
    if (!entry || !rules.mayServe()) return undefined;
    const now = performance.now();
    if (now - entry.readAtMs >= LIVE_MS) return undefined;
    entry.usedAtMs = now;
    lookAfter();
    return entry.value;
  }

  return {
    peek,
    find: async (key) => peek(key) ?? readOne(key),
    lastKnown: (key) => known.peek(key)?.value,
  };
}

function nameOf(happening: Happening): string {
  switch (happening.kind) {
    case "person":
      return `person ${happening.personId}`;
    case "client":
      return `client ${happening.clientId}`;
    case "grant":
      return `grant ${happening.deviceCodeHash}`;
  }
}
