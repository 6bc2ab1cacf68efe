"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { fieldClasses } from "@/components/ui/input";
import { cn } from "@/lib/cn";

interface FilterSelectProps {
  label: string;
  /** What the page shows now. */
  value: string;
  options: { value: string; title: string }[];
  onChoose: (value: string) => void;
}

/** One choice of a few: the platform's own, which every keyboard and screen reader knows. */
export function FilterSelect({ label, value, options, onChoose }: FilterSelectProps) {
  // The choice is seen at once, before the page that it leads to is there; a page that came another way overrules it.
  const [chosen, setChosen] = useState({ value, on: value });
  if (chosen.on !== value) setChosen({ value, on: value });
  return (
    <span className="relative min-w-0 max-sm:flex-1">
      <select
        aria-label={label}
        value={chosen.value}
        onChange={({ target }) => {
          setChosen({ value: target.value, on: value });
          onChoose(target.value);
        }}
        className={cn(
          fieldClasses,
          "h-9 cursor-pointer appearance-none truncate ps-3 pe-8 text-sm sm:max-w-52",
        )}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.title}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute end-2.5 top-2.5 size-4 text-muted-foreground"
      />
    </span>
  );
}
