import { fieldClasses } from "@/components/ui/input";
import { cn } from "@/lib/cn";

interface CodeInputProps {
  code: string;
  invalid: boolean;
  describedBy: string;
  /** What to say of a code with none, one or more letters, for the script. */
  missing: string[];
}

/** One real field, which takes a code as it is typed or pasted. A script formats it (src/enhance/code-field.ts). */
export function CodeInput({ code, invalid, describedBy, missing }: CodeInputProps) {
  return (
    <input
      id="user-code"
      name="user_code"
      defaultValue={code}
      dir="ltr"
      data-code-field
      data-missing={JSON.stringify(missing)}
      placeholder="XXXX-XXXX"
      type="text"
      autoComplete="off"
      autoCapitalize="characters"
      autoCorrect="off"
      spellCheck={false}
      enterKeyHint="go"
      // With a code in it there is nothing to type, and a phone's keyboard would hide what to read.
      autoFocus={code === "" || invalid}
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
