"use client";

import { useRef, type FormEvent, type KeyboardEvent } from "react";
import { fieldClasses } from "@/components/ui/input";
import { cn } from "@/lib/cn";
import { formatUserCode, retypeUserCode, userCodeLetters } from "@/lib/user-code";

interface CodeInputProps {
  defaultValue: string;
  invalid: boolean;
  describedBy: string;
  onType: (value: string) => void;
}

/**
 * One real field, which formats `XXXX-XXXX` as it is typed. It is not React's to control: the value and the caret
 * must change together, and what was typed before the script came must stay.
 */
export function CodeInput({ defaultValue, invalid, describedBy, onType }: CodeInputProps) {
  const ref = useRef<HTMLInputElement>(null);

  function onInput(event: FormEvent<HTMLInputElement>) {
    const field = event.currentTarget;
    // An input method is in the middle of a letter; it will tell when it is done.
    if ((event.nativeEvent as InputEvent).isComposing) return;
    const next = retypeUserCode(field.value, field.selectionStart ?? field.value.length);
    if (next.value !== field.value) {
      field.value = next.value;
      field.setSelectionRange(next.caret, next.caret);
    }
    onType(next.value);
  }

  // Backspace behind the dash means the letter before it: the dash comes by itself and goes by itself.
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const field = event.currentTarget;
    const caret = field.selectionStart ?? 0;
    if (event.key !== "Backspace" || caret !== field.selectionEnd || field.value[caret - 1] !== "-") return;
    event.preventDefault();
    const letters = userCodeLetters(field.value.slice(0, caret - 2) + field.value.slice(caret));
    field.value = formatUserCode(letters);
    field.setSelectionRange(caret - 2, caret - 2);
    onType(field.value);
  }

  return (
    <input
      ref={ref}
      id="user-code"
      name="user_code"
      defaultValue={defaultValue}
      onInput={onInput}
      onKeyDown={onKeyDown}
      onCompositionEnd={onInput}
      placeholder="XXXX-XXXX"
      type="text"
      autoComplete="off"
      autoCapitalize="characters"
      autoCorrect="off"
      spellCheck={false}
      enterKeyHint="go"
      // With a code in it there is nothing to type, and a phone's keyboard would hide what to read.
      autoFocus={defaultValue === ""}
      data-1p-ignore
      data-lpignore="true"
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      className={cn(
        fieldClasses,
        "code-type h-18 px-2 text-center text-[clamp(1.75rem,9.5vw,2.75rem)] uppercase placeholder:text-muted-foreground/35 sm:h-21",
      )}
    />
  );
}
