import type { Events, Happening } from "./hub";

/** What was heard of one thing since somebody began to listen. */
export interface News {
  /** Resolves when something was heard since the last call, after `withinMs`, or when `signal` aborts. */
  next(withinMs: number, signal: AbortSignal): Promise<void>;
  close(): void;
}

/** Listens for what `isMeant` says yes to, from now on: what happens between two calls of `next` is not lost. */
export function listenFor(events: Events, isMeant: (happening: Happening) => boolean): News {
  let isHeard = false;
  let wake = () => {};
  const hear = () => {
    isHeard = true;
    wake();
  };
  const stops = [events.subscribe((happening) => isMeant(happening) && hear()), events.onGap(hear)];
  return {
    async next(withinMs, signal) {
      if (!isHeard && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = () => {
            clearTimeout(timer);
            signal.removeEventListener("abort", wake);
            resolve();
          };
          const timer = setTimeout(wake, withinMs);
          signal.addEventListener("abort", wake);
        });
      }
      isHeard = false;
    },
    close: () => stops.forEach((stop) => void stop()),
  };
}
