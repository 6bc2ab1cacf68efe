"use client";

import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";

interface Page<Item> {
  items: Item[];
  next: string | null;
}

export interface Pages<Item> {
  items: Item[];
  /** Undefined at the end. */
  more: (() => void) | undefined;
  isPending: boolean;
  error: Error | null;
  /** Whether more has been asked for: then how much there is by now is worth saying. */
  hasGrown: boolean;
}

/**
 * A list as it came with the page, and what is behind it, on demand. The rows that came with the page are always the
 * page's own: a refresh of it shows at once what was done to them. Each row carries its id as `data-row`.
 */
export function usePages<Item extends { id: string }>(
  first: Page<Item>,
  read: (cursor: string) => Promise<Page<Item>>,
): Pages<Item> {
  const [later, setLater] = useState<Page<Item>>();
  const [arrived, setArrived] = useState<string>();
  const loading = useMutation({
    mutationFn: read,
    onSuccess: (page) => {
      setLater((shown) => ({ items: [...(shown?.items ?? []), ...page.items], next: page.next }));
      setArrived(page.items[0]?.id);
    },
  });

  // The keyboard goes on with what has come, not behind it.
  useEffect(() => {
    if (arrived) document.querySelector<HTMLElement>(`[data-row="${arrived}"]`)?.focus();
  }, [arrived]);

  const next = later ? later.next : first.next;
  const known = new Set(first.items.map(({ id }) => id));
  return {
    items: [...first.items, ...(later?.items ?? []).filter(({ id }) => !known.has(id))],
    more: next === null ? undefined : () => loading.mutate(next),
    isPending: loading.isPending,
    error: loading.error,
    hasGrown: later !== undefined,
  };
}
