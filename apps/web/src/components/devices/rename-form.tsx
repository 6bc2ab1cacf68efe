"use client";

import { useId, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { text } from "@/lib/form-data";
import type { Device } from "@/trpc/client";
import { problemText, useRenameDevice } from "./use-devices";

/** In the place of the name. Enter keeps it, Escape does not. */
export function RenameForm({ device, onDone }: { device: Device; onDone: () => void }) {
  const rename = useRenameDevice();
  const id = useId();
  const problem = problemText(rename.error);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = text(new FormData(event.currentTarget), "name").trim();
    if (name === "" || name === device.name) return onDone();
    rename.mutate({ id: device.id, name }, { onSuccess: onDone });
  }

  return (
    <form onSubmit={onSubmit} onKeyDown={(event) => event.key === "Escape" && onDone()}>
      <div className="flex flex-wrap gap-2">
        <label htmlFor={id} className="sr-only">
          Device name
        </label>
        <Input
          id={id}
          name="name"
          defaultValue={device.name}
          maxLength={100}
          autoComplete="off"
          autoFocus
          onFocus={(event) => event.currentTarget.select()}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          className="h-9! min-w-40! flex-1 basis-40"
        />
        <Button type="submit" variant="ink" size="sm" busy={rename.isPending}>
          Save
        </Button>
        <Button variant="ghost" size="sm" onClick={onDone} disabled={rename.isPending}>
          Cancel
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
