"use client";

import { ListChecks, Search } from "lucide-react";
import { FilterSelect } from "@/components/site/filter-select";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { DeviceKinds, DeviceOrder, DeviceWish } from "./arrange-devices";

const kinds: { value: DeviceKinds; title: string }[] = [
  { value: "all", title: "All devices" },
  { value: "active", title: "Signed in" },
  { value: "ends-soon", title: "Ends soon" },
  { value: "never-used", title: "Never used" },
  { value: "over", title: "Ended" },
];
const orders: { value: DeviceOrder; title: string }[] = [
  { value: "used", title: "Last used first" },
  { value: "added", title: "Newest first" },
  { value: "ends", title: "Ends first" },
  { value: "name", title: "By name" },
];

interface DeviceToolbarProps {
  wish: DeviceWish;
  onWish: (wish: DeviceWish) => void;
  /** Undefined where there is nothing to choose among. */
  onSelect: (() => void) | undefined;
}

/** Finds one device among many, and begins to choose several. */
export function DeviceToolbar({ wish, onWish, onSelect }: DeviceToolbarProps) {
  return (
    <search className="mt-6 flex flex-wrap items-center gap-2">
      <span className="relative min-w-0 grow basis-full sm:basis-60">
        <Search
          aria-hidden
          className="pointer-events-none absolute inset-s-3 top-2.5 size-4 text-muted-foreground"
        />
        <Input
          type="search"
          aria-label="Find a device"
          placeholder="Name, system, place or address"
          value={wish.words}
          onChange={({ target }) => onWish({ ...wish, words: target.value })}
          className="h-9! ps-9! text-sm! max-sm:text-base!"
        />
      </span>
      <FilterSelect
        label="Show"
        value={wish.kinds}
        options={kinds}
        onChoose={(value) => onWish({ ...wish, kinds: value as DeviceKinds })}
      />
      <FilterSelect
        label="Order"
        value={wish.order}
        options={orders}
        onChoose={(value) => onWish({ ...wish, order: value as DeviceOrder })}
      />
      {onSelect && (
        <Button variant="outline" size="sm" onClick={onSelect} className="px-3 font-medium">
          <ListChecks className="size-4" aria-hidden />
          Select
        </Button>
      )}
    </search>
  );
}
