"use client";

import { useCallback, useRef, useState } from "react";
import { explainProblem, type Problem } from "@/lib/problem";

/**
 * A call that is made once at a time: a second click finds it busy. A failure becomes words, and everything else
 * stays as it was. (React Query would do this too, for 10 kB before the first decision can be made.)
 */
export function useOnce() {
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const running = useRef(false);

  const run = useCallback(async <T>(name: string, call: () => Promise<T>, then: (answer: T) => void) => {
    if (running.current) return;
    running.current = true;
    setBusy(name);
    setProblem(null);
    try {
      then(await call());
    } catch (error) {
      setProblem(explainProblem(error));
    } finally {
      running.current = false;
      setBusy(null);
    }
  }, []);

  return { busy, problem, run };
}
