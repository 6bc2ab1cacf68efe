"use client";

import { useState, type ReactNode } from "react";
import { browsersInWords, devicesInWords, signedOutInWords } from "./words";
import { Choice } from "@/components/account/choice";
import { trpc, type PersonInDetail } from "@/trpc/client";
import { OperatorAction } from "./operator-action";

interface PersonActionsProps {
  person: Pick<PersonInDetail, "id" | "email" | "lockedAt" | "browsers" | "devices">;
}

/** What an operator can do about somebody, each with what it does. */
export function PersonActions({ person }: PersonActionsProps) {
  const { id, email, lockedAt, browsers, devices } = person;
  const returnTo = `/admin/people/${id}`;
  const [withDevices, setWithDevices] = useState(false);
  const ends = [
    ...(browsers > 0 ? [browsersInWords(browsers)] : []),
    ...(devices > 0 ? [devicesInWords(devices)] : []),
  ].join(" and ");
  return (
    <ul aria-label="What you can do" className="divide-y">
      <Row
        title="Sign out everywhere"
        says={
          browsers > 0
            ? `Ends ${browsersInWords(browsers)}. They can sign in again.`
            : "No browser is signed in."
        }
      >
        <OperatorAction
          name="Sign out"
          title={<>Sign {email} out?</>}
          description={`${capital(browsersInWords(browsers))} ${browsers > 1 ? "are" : "is"} signed out at once, and what they approved and no terminal has picked up yet gives no key. They can sign in again.`}
          confirm="Sign out"
          returnTo={returnTo}
          act={async () =>
            signedOutInWords(
              await trpc.admin.people.signOut.mutate({ id, devices: withDevices && devices > 0 }),
            )
          }
        >
          {devices > 0 && (
            <div className="mt-4">
              <Choice checked={withDevices} onChange={setWithDevices}>
                Also revoke {devicesInWords(devices)}: {devices === 1 ? "its key stops" : "their keys stop"}{" "}
                working at once
              </Choice>
            </div>
          )}
        </OperatorAction>
      </Row>
      {devices > 0 && (
        <Row title="Revoke all devices" says={`Ends ${devicesInWords(devices)}. Browsers stay signed in.`}>
          <OperatorAction
            name="Revoke all"
            title={<>Revoke all devices of {email}?</>}
            description={`${capital(devicesInWords(devices))} stop working at once, also for commands that are running. They can sign them in anew. This cannot be undone.`}
            confirm="Revoke all"
            returnTo={returnTo}
            act={async () => {
              const { revoked } = await trpc.admin.people.revokeDevices.mutate({ personId: id });
              return signedOutInWords({ sessions: 0, devices: revoked });
            }}
          />
        </Row>
      )}
      {lockedAt ? (
        <Row
          title="Unlock the account"
          says="They can sign in again, and must: what the lock ended stays ended."
        >
          <OperatorAction
            name="Unlock"
            title={<>Unlock {email}?</>}
            description="They can sign in again. What the lock ended stays ended: every browser and device has to be signed in anew."
            confirm="Unlock"
            returnTo={returnTo}
            act={async () => {
              const isDone = await trpc.admin.people.unlock.mutate({ id });
              return isDone ? `${email} is unlocked` : `${email} was not locked`;
            }}
          />
        </Row>
      ) : (
        <Row
          title="Lock the account"
          says="Ends everything at once, and lets nothing in again until it is unlocked."
        >
          <OperatorAction
            name="Lock"
            tone="danger"
            title={<>Lock {email}?</>}
            description={`${ends ? `This ends ${ends} at once.` : "Nothing is signed in now."} They cannot sign in, and no terminal gets a key, until an operator unlocks the account. What ends stays ended.`}
            confirm="Lock"
            returnTo={returnTo}
            act={async () => {
              const ended = await trpc.admin.people.lock.mutate({ id });
              return ended ? `${email} is locked` : `${email} was locked already`;
            }}
          />
        </Row>
      )}
    </ul>
  );
}

function Row({ title, says, children }: { title: string; says: string; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2.5 px-4 py-3.5 sm:px-5">
      <div className="min-w-0 flex-1 basis-60">
        <h3 className="text-[15px]/6 font-medium">{title}</h3>
        <p className="text-sm/5 text-muted-foreground">{says}</p>
      </div>
      {children}
    </li>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
