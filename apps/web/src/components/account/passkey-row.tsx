"use client";

import { KeyRound } from "lucide-react";
import { useId, useState } from "react";
import { ConfirmDialog } from "@/components/devices/confirm-dialog";
import { useProblemText } from "@/components/site/use-problem-words";
import { NameForm } from "@/components/site/name-form";
import { Ago } from "@/components/time/ago";
import { Day } from "@/components/time/day";
import { Button } from "@/components/ui/button";
import type { Passkey } from "@/trpc/client";
import { useRemovePasskey, useRenamePasskey } from "./use-ways";
import { WayRow } from "./way-row";

const ONLY_WAY = "This is the only way in to your account. Add another one first.";

export function PasskeyRow({ passkey, now }: { passkey: Passkey; now: number }) {
  const { id, createdAt, lastUsedAt, backedUp } = passkey;
  const name = passkey.name ?? "Passkey";
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
            label="Passkey name"
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
          {createdAt && (
            <>
              Added <Day date={createdAt} />
              {" · "}
            </>
          )}
          {lastUsedAt ? (
            <>
              used <Ago date={lastUsedAt} rendered={now} />
            </>
          ) : (
            "not used yet"
          )}
          {" · "}
          {backedUp ? "on all devices of its keeper" : "on one device"}
        </>
      }
      problem={remove.data?.kind === "only-way" ? ONLY_WAY : null}
    >
      {doing !== "rename" && (
        <>
          <Button variant="ghost" size="sm" aria-describedby={nameId} onClick={() => setDoing("rename")}>
            Rename
          </Button>
          <Button variant="outline" size="sm" aria-describedby={nameId} onClick={() => setDoing("remove")}>
            Remove
          </Button>
        </>
      )}
      <ConfirmDialog
        open={doing === "remove"}
        onOpenChange={(open) => {
          setDoing(open ? "remove" : null);
          remove.reset();
        }}
        title={`Remove “${name}”?`}
        description="It signs nobody in any more. Browsers that it signed in stay so; delete it from the device as well, or it will go on being offered."
        confirm="Remove"
        busy={remove.isPending}
        problem={problemText(remove.error)}
        onConfirm={() => remove.mutate({ id }, { onSuccess: () => setDoing(null) })}
      />
    </WayRow>
  );
}
