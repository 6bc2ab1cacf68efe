"use client";

import { KeyRound } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "#translations";
import { ConfirmDialog } from "@/components/devices/confirm-dialog";
import { useProblemText } from "@/components/site/use-problem-words";
import { NameForm } from "@/components/site/name-form";
import { Ago } from "@/components/time/ago";
import { Day } from "@/components/time/day";
import { Button } from "@/components/ui/button";
import type { Passkey } from "@/trpc/client";
import { useRemovePasskey, useRenamePasskey } from "./use-ways";
import { WayRow } from "./way-row";

export function PasskeyRow({ passkey, now }: { passkey: Passkey; now: number }) {
  const { id, createdAt, lastUsedAt, backedUp } = passkey;
  const t = useTranslations("account.passkeys");
  const name = passkey.name ?? t("unnamed");
  const rename = useRenamePasskey();
  const remove = useRemovePasskey();
  const problemText = useProblemText();
  const [doing, setDoing] = useState<"rename" | "remove" | null>(null);
  const nameId = useId();
  const done = () => {
    setDoing(null);
    rename.reset();
  };
  return (
    <WayRow
      icon={KeyRound}
      title={
        doing === "rename" ? (
          <NameForm
            label={t("name")}
            name={name}
            busy={rename.isPending}
            problem={problemText(rename.error)}
            onSave={(next) => rename.mutate({ id, name: next }, { onSuccess: done })}
            onDone={done}
          />
        ) : (
          <h3 id={nameId} className="leading-6 font-semibold wrap-anywhere">
            {name}
          </h3>
        )
      }
      facts={
        <>
          {createdAt && t.rich("added", { time: () => <Day date={createdAt} /> })}
          {createdAt && " · "}
          {lastUsedAt
            ? t.rich("used", { time: () => <Ago date={lastUsedAt} rendered={now} /> })
            : t("notUsed")}
          {" · "}
          {t(backedUp ? "synced" : "single")}
        </>
      }
      problem={remove.data?.kind === "only-way" ? t("onlyWay") : null}
    >
      {doing !== "rename" && (
        <>
          <Button variant="ghost" size="sm" aria-describedby={nameId} onClick={() => setDoing("rename")}>
            {t("rename")}
          </Button>
          <Button variant="outline" size="sm" aria-describedby={nameId} onClick={() => setDoing("remove")}>
            {t("remove")}
          </Button>
        </>
      )}
      <ConfirmDialog
        open={doing === "remove"}
        onOpenChange={(open) => {
          setDoing(open ? "remove" : null);
          remove.reset();
        }}
        title={t("question", { name })}
        description={t("text")}
        confirm={t("remove")}
        busy={remove.isPending}
        problem={problemText(remove.error)}
        onConfirm={() => remove.mutate({ id }, { onSuccess: () => setDoing(null) })}
      />
    </WayRow>
  );
}
