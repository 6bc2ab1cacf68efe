"use client";

import { useTranslations } from "#translations";
import { NameForm } from "@/components/site/name-form";
import { useProblemText } from "@/components/site/use-problem-words";
import type { Device } from "@/trpc/client";
import { useRenameDevice } from "./use-devices";

/** In the place of a device's name. */
export function RenameForm({ device, onDone }: { device: Device; onDone: () => void }) {
  const t = useTranslations();
  const problemText = useProblemText();
  const rename = useRenameDevice();
  return (
    <NameForm
      label={t("devices.row.name")}
      name={device.name}
      busy={rename.isPending}
      problem={problemText(rename.error)}
      onSave={(name) => rename.mutate({ id: device.id, name }, { onSuccess: onDone })}
      onDone={onDone}
    />
  );
}
