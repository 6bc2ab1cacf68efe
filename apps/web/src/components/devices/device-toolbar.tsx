"use client";

import { ListChecks, Search } from "lucide-react";
import { useTranslations } from "#translations";
import { FilterSelect } from "@/components/site/filter-select";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { DeviceKinds, DeviceOrder, DeviceWish } from "./arrange-devices";

const kinds: DeviceKinds[] = ["all", "active", "ends-soon", "never-used", "over"];
const orders: DeviceOrder[] = ["used", "added", "ends", "name"];

interface DeviceToolbarProps {
  wish: DeviceWish;
  onWish: (wish: DeviceWish) => void;
  /** Undefined where there is nothing to choose among. */
  onSelect: (() => void) | undefined;
}

/** Finds one device among many, and begins to choose several. */
export function DeviceToolbar({ wish, onWish, onSelect }: DeviceToolbarProps) {
  const t = useTranslations("devices.toolbar");
  return (
    <search className="mt-6 flex flex-wrap items-center gap-2">
      <span className="relative min-w-0 grow basis-full sm:basis-60">
        <Search
          aria-hidden
          className="pointer-events-none absolute inset-s-3 top-2.5 size-4 text-muted-foreground"
        />
        <Input
          type="search"
          aria-label={t("find")}
          placeholder={t("placeholder")}
          value={wish.words}
          onChange={({ target }) => onWish({ ...wish, words: target.value })}
          className="h-9! ps-9! text-sm! max-sm:text-base!"
        />
      </span>
      <FilterSelect
        label={t("show")}
        value={wish.kinds}
        options={kinds.map((value) => ({ value, title: t(`kinds.${value}`) }))}
        onChoose={(value) => onWish({ ...wish, kinds: value as DeviceKinds })}
      />
      <FilterSelect
        label={t("order")}
        value={wish.order}
        options={orders.map((value) => ({ value, title: t(`orders.${value}`) }))}
        onChoose={(value) => onWish({ ...wish, order: value as DeviceOrder })}
      />
      {onSelect && (
        <Button variant="outline" size="sm" onClick={onSelect} className="px-3 font-medium">
          <ListChecks className="size-4" aria-hidden />
          {t("select")}
        </Button>
      )}
    </search>
  );
}
