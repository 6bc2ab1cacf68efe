"use client";

import { useCallback, useSyncExternalStore } from "react";

export type Answered = "approve" | "deny";

const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * What was answered to the request at `path` in this tab, and how to note it. Whoever comes back to the page is
 * told so: another approval would make a second code, for a program that has stopped listening. Every request has
 * a challenge of its own, so a new try of the program is a new question.
 */
export function useAnswered(path: string): [Answered | null, (decision: Answered) => void] {
  const key = `answered ${path}`;
  const answered = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => null,
  );
  const remember = useCallback(
    (decision: Answered) => {
      try {
        sessionStorage.setItem(key, decision);
      } catch {
        // A browser that keeps nothing asks again; each code still works once.
      }
      for (const listener of listeners) listener();
    },
    [key],
  );
  return [answered, remember];
}

function read(key: string): Answered | null {
  try {
    const value = sessionStorage.getItem(key);
    return value === "approve" || value === "deny" ? value : null;
  } catch {
    return null;
  }
}
