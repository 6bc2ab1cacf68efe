/**
 * What somebody else may have to hear of: a login was decided, or what a person's or a client's keys open may have
 * changed. It says where to look again, never what is to be seen there.
 */
export type Happening =
  /** `deviceCodeHash` in base64, as maps in memory have it. */
  | { kind: "grant"; deviceCodeHash: string }
  | { kind: "person"; personId: string }
  | { kind: "client"; clientId: string };

/** Who must hear of a decision or a revocation, on this instance and the others. */
export interface Events {
  /** Calls `listener` for all that happens, here and elsewhere. The function that it answers ends that. */
  subscribe(listener: (happening: Happening) => void): () => void;
  /** Tells everybody: listeners of this instance at once, those of others as soon as they can hear it. */
  announce(happening: Happening): void;
  /**
   * Whether what others announce is known to reach this instance. While it is false, nothing in memory may be
   * believed that another instance could have changed.
   */
  isLive(): boolean;
  /** How long the last heartbeat through the link was on its way; undefined while there is no link. */
  lagMs(): number | undefined;
  /** For how long, in milliseconds, what was read may be believed because nothing else was heard. */
  trustMs: number;
  /** Calls `listener` when the link is back after a loss: what was in memory before may be out of date. */
  onGap(listener: () => void): () => void;
  close(): Promise<void>;
}

/** Listeners of one process, and nobody else: `isLive` is the caller's to say. */
export function createHub(isLive: () => boolean = () => false, trustMs = Infinity): Events & { gap(): void } {
  const listeners = new Set<(happening: Happening) => void>();
  const gapListeners = new Set<() => void>();
  const add = <T>(set: Set<T>, one: T) => {
    set.add(one);
    return () => void set.delete(one);
  };
  return {
    subscribe: (listener) => add(listeners, listener),
    announce: (happening) => listeners.forEach((listener) => listener(happening)),
    isLive,
    lagMs: () => undefined,
    trustMs,
    onGap: (listener) => add(gapListeners, listener),
    gap: () => gapListeners.forEach((listener) => listener()),
    close: () => Promise.resolve(),
  };
}
