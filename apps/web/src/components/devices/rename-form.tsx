"use client";

import { NameForm } from "@/components/site/name-form";
import type { Device } from "@/trpc/client";
import { problemText, useRenameDevice } from "./use-devices";

/** In the place of a device's name. */
export function RenameForm({ device, onDone }: { device: Device; onDone: () => void }) {
  const rename = useRenameDevice();
  return (
    <NameForm
      label="Device name"
      name={device.name}
      busy={rename.isPending}
      problem={problemText(rename.error)}
      onSave={(name) => rename.mutate({ id: device.id, name }, { onSuccess: onDone })}
      onDone={onDone}
    />
  );
}
