"use client";

import { useState } from "react";
import type { Device } from "@/trpc/client";

/** Devices that are ticked. Only what can be seen is ever chosen: a search must not leave a tick behind it. */
export interface Selection {
  isOn: boolean;
  chosen: Device[];
  has: (device: Device) => boolean;
  toggle: (device: Device) => void;
  begin: () => void;
  all: () => void;
  none: () => void;
  end: () => void;
}

export function useSelection(choosable: Device[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string> | null>(null);
  const chosen = choosable.filter(({ id }) => ids?.has(id));
  return {
    isOn: ids !== null,
    chosen,
    has: ({ id }) => ids?.has(id) ?? false,
    toggle: ({ id }) => {
      const next = new Set(chosen.map((one) => one.id));
      if (!next.delete(id)) next.add(id);
      setIds(next);
    },
    begin: () => setIds(new Set()),
    all: () => setIds(new Set(choosable.map(({ id }) => id))),
    none: () => setIds(new Set()),
    end: () => setIds(null),
  };
}
