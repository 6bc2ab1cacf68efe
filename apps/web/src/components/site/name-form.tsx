"use client";

import { useId, type FormEvent } from "react";
import { useTranslations } from "#translations";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { text } from "@/lib/form-data";

interface NameFormProps {
  /** What it is the name of: "Device name". */
  label: string;
  name: string;
  busy: boolean;
  problem: string | null;
  autoComplete?: string;
  onSave: (name: string) => void;
  onDone: () => void;
}

/** In the place of a name. Enter keeps it, Escape does not. */
export function NameForm(props: NameFormProps) {
  const { label, name: former, busy, problem, autoComplete = "off", onSave, onDone } = props;
  const t = useTranslations("site");
  const id = useId();

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = text(new FormData(event.currentTarget), "name").trim();
    if (name === "" || name === former) return onDone();
    onSave(name);
  }

  return (
    <form onSubmit={onSubmit} onKeyDown={(event) => event.key === "Escape" && onDone()}>
      <div className="flex flex-wrap gap-2">
        <label htmlFor={id} className="sr-only">
          {label}
        </label>
        <Input
          id={id}
          name="name"
          defaultValue={former}
          maxLength={100}
          autoComplete={autoComplete}
          autoFocus
          onFocus={(event) => event.currentTarget.select()}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          className="h-9! min-w-40! flex-1 basis-40"
        />
        <Button type="submit" variant="ink" size="sm" busy={busy}>
          {t("save")}
        </Button>
        <Button variant="ghost" size="sm" onClick={onDone} disabled={busy}>
          {t("cancel")}
        </Button>
      </div>
      {problem && (
        <p id={`${id}-problem`} role="alert" className="mt-1.5 text-sm text-danger">
          {problem}
        </p>
      )}
    </form>
  );
}
