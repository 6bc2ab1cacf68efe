"use client";

import { useEffect, useState } from "react";
import { serverNow } from "@/lib/server-clock";

/**
 * The server's time, again every `stepMs`. `rendered` is the time at which the page was made: the first render in
 * the browser must say what the server said.
 */
export function useNow(stepMs: number, rendered?: number): number {
  const [now, setNow] = useState(() => rendered ?? serverNow());
  useEffect(() => {
    const tick = () => setNow(serverNow());
    tick();
    const timer = setInterval(tick, stepMs);
    // A laptop that wakes up has slept through its ticks.
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [stepMs]);
  return now;
}
