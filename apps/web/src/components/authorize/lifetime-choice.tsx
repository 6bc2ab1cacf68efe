import { useId } from "react";
import { useLocale } from "#translations";
import { lifetime } from "@/lib/dates";

interface LifetimeChoiceProps {
  /** `Keep this terminal signed in for`. */
  label: string;
  /** In seconds, the longest last: it is the one that is chosen at first. */
  choices: number[];
  disabled: boolean;
  /** Told of each choice where no form is sent. */
  onChoose?: (seconds: number) => void;
}

/** How long the key shall live: the browser's own radio buttons, drawn as one strip. */
export function LifetimeChoice({ label, choices, disabled, onChoose }: LifetimeChoiceProps) {
  const id = useId();
  const language = useLocale();
  return (
    <fieldset
      disabled={disabled}
      className="flex min-w-0 flex-wrap items-center justify-between gap-x-6 gap-y-2.5"
    >
      {/* A legend is no flex item unless it floats. */}
      <legend className="float-start text-sm/5 text-muted-foreground">{label}</legend>
      <div className="flex overflow-hidden rounded-md border border-border-strong max-sm:w-full">
        {choices.map((seconds) => (
          <label
            key={seconds}
            className="relative flex-1 cursor-pointer border-s border-border-strong px-3.5 py-2 text-center text-sm/5 whitespace-nowrap first:border-s-0 hover:bg-muted has-checked:bg-foreground has-checked:font-semibold has-checked:text-background has-focus-visible:outline-2 has-focus-visible:-outline-offset-4 has-focus-visible:outline-ring has-disabled:cursor-not-allowed"
          >
            <input
              type="radio"
              name={onChoose ? id : "lifetime"}
              value={seconds}
              defaultChecked={seconds === choices.at(-1)}
              onChange={onChoose && (() => onChoose(seconds))}
              className="absolute inset-0 cursor-pointer appearance-none opacity-0"
            />
            {lifetime(seconds, language)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
