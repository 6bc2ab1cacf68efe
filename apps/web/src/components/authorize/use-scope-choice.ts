"use client";

import { useState } from "react";
import type { ScopeOffer } from "@/trpc/client";

export interface ScopeChoice {
  offers: ScopeOffer[];
  /** The scopes that are ticked, in the order of the list. */
  chosen: string[];
  allows: (scope: string) => boolean;
  set: (scope: string, allowed: boolean) => void;
  /** Why Approve is asleep; null when it is awake. */
  asleep: string | null;
}

/** Which of the scopes that were asked for a person leaves ticked. At first it is all. */
export function useScopeChoice(offers: ScopeOffer[]): ScopeChoice {
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const chosen = offers.map(({ scope }) => scope).filter((scope) => !refused.has(scope));
  return {
    offers,
    chosen,
    allows: (scope) => !refused.has(scope),
    set: (scope, allowed) =>
      setRefused((before) => {
        const after = new Set(before);
        if (allowed) after.delete(scope);
        else after.add(scope);
        return after;
      }),
    asleep: chosen.length === 0 ? "Allow at least one thing, or deny." : null,
  };
}
