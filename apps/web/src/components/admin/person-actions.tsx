"use client";

import { useState, type ReactNode } from "react";
import { useLocale, useTranslations } from "#translations";
import { Choice } from "@/components/account/choice";
import { formatsOf } from "@/lib/language";
import { trpc, type PersonInDetail } from "@/trpc/client";
import { OperatorAction } from "./operator-action";

interface PersonActionsProps {
  person: Pick<PersonInDetail, "id" | "email" | "lockedAt" | "browsers" | "devices">;
}

/** What an operator can do about somebody, each with what it does. */
export function PersonActions({ person }: PersonActionsProps) {
  const { id, email, lockedAt, browsers, devices } = person;
  const t = useTranslations("admin.actions");
  const label = useTranslations("admin.person")("actions");
  const whatEnded = useWhatEnded();
  const list = new Intl.ListFormat(formatsOf(useLocale()), { type: "conjunction" });
  const returnTo = `/admin/people/${id}`;
  const [withDevices, setWithDevices] = useState(false);
  const ends = [
    ...(browsers > 0 ? [t("browsers", { count: browsers })] : []),
    ...(devices > 0 ? [t("devices", { count: devices })] : []),
  ];
  return (
    <ul aria-label={label} className="divide-y">
      <Row title={t("signOut.name")} says={t("signOut.says", { count: browsers })}>
        <OperatorAction
          name={t("signOut.button")}
          title={t("signOut.question", { email })}
          description={t("signOut.text", { count: browsers })}
          confirm={t("signOut.button")}
          returnTo={returnTo}
          act={async () =>
            whatEnded(await trpc.admin.people.signOut.mutate({ id, devices: withDevices && devices > 0 }))
          }
        >
          {devices > 0 && (
            <div className="mt-4">
              <Choice checked={withDevices} onChange={setWithDevices}>
                {t("signOut.alsoDevices", { count: devices })}
              </Choice>
            </div>
          )}
        </OperatorAction>
      </Row>
      {devices > 0 && (
        <Row title={t("revokeAll.name")} says={t("revokeAll.says", { count: devices })}>
          <OperatorAction
            name={t("revokeAll.button")}
            title={t("revokeAll.question", { email })}
            description={t("revokeAll.text", { count: devices })}
            confirm={t("revokeAll.button")}
            returnTo={returnTo}
            act={async () => {
              const { revoked } = await trpc.admin.people.revokeDevices.mutate({ personId: id });
              return whatEnded({ sessions: 0, devices: revoked });
            }}
          />
        </Row>
      )}
      {lockedAt ? (
        <Row title={t("unlock.name")} says={t("unlock.says")}>
          <OperatorAction
            name={t("unlock.button")}
            title={t("unlock.question", { email })}
            description={t("unlock.text")}
            confirm={t("unlock.button")}
            returnTo={returnTo}
            act={async () => {
              const isDone = await trpc.admin.people.unlock.mutate({ id });
              return t(isDone ? "unlock.done" : "unlock.doneBefore", { email });
            }}
          />
        </Row>
      ) : (
        <Row title={t("lock.name")} says={t("lock.says")}>
          <OperatorAction
            name={t("lock.button")}
            tone="danger"
            title={t("lock.question", { email })}
            description={`${ends.length > 0 ? t("lock.ends", { what: list.format(ends) }) : t("lock.endsNothing")} ${t("lock.text")}`}
            confirm={t("lock.button")}
            returnTo={returnTo}
            act={async () => {
              const ended = await trpc.admin.people.lock.mutate({ id });
              return t(ended ? "lock.done" : "lock.doneBefore", { email });
            }}
          />
        </Row>
      )}
    </ul>
  );
}

/** What ended, as a sentence. */
function useWhatEnded(): (ended: { sessions: number; devices: number }) => string {
  const t = useTranslations("account.done");
  return ({ sessions: browsers, devices }) => {
    if (browsers === 0 && devices === 0) return t("nothing");
    return t(browsers === 0 ? "devices" : devices === 0 ? "browsers" : "both", { browsers, devices });
  };
}

function Row({ title, says, children }: { title: string; says: string; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2.5 px-4 py-3.5 sm:px-5">
      <div className="min-w-0 flex-1 basis-60">
        <h3 className="text-body font-medium">{title}</h3>
        <p className="text-sm/5 text-muted-foreground">{says}</p>
      </div>
      {children}
    </li>
  );
}
