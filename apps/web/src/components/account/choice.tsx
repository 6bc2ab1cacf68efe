import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";

interface ChoiceProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  children: ReactNode;
}

/** A box to tick, with a label that can be clicked as well. */
export function Choice({ checked, onChange, disabled, children }: ChoiceProps) {
  return (
    <label className="flex cursor-pointer items-start gap-3 text-body">
      <Checkbox
        className="mt-0.5"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
