"use client";

import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { problemText } from "@/components/devices/use-devices";
import { NameForm } from "@/components/site/name-form";
import { useHydrated } from "@/components/time/use-hydrated";
import { Button } from "@/components/ui/button";
import type { Viewer } from "@/lib/person";
import { useRenamePerson } from "./use-account";

interface IdentityFactsProps {
  viewer: Viewer;
  hasPasskey: boolean;
  ways: string[];
  providers: { id: string; name: string }[];
}

/** Who the person is, and how they sign in. */
export function IdentityFacts({ viewer, hasPasskey, ways, providers }: IdentityFactsProps) {
  const nameOf = (id: string) => providers.find((provider) => provider.id === id)?.name ?? id;
  const named = [
    ...ways.map((way) => (way === "password" ? "E-mail and password" : nameOf(way))),
    ...(hasPasskey ? ["a passkey"] : []),
  ];
  return (
    <dl className="divide-y">
      <Fact name="Name">
        <Name fullName={viewer.fullName} />
      </Fact>
      <Fact name="E-mail">
        {viewer.email}
        <span className="block text-sm/5 font-normal text-muted-foreground">
          Whoever runs this server can change it.
        </span>
      </Fact>
      <Fact name="You sign in with">
        {named.join(", ")}
        {!ways.includes("password") && (
          <span className="block text-sm/5 font-normal text-muted-foreground">
            There is no password here.
          </span>
        )}
      </Fact>
    </dl>
  );
}

function Name({ fullName }: { fullName: string | null }) {
  const hydrated = useHydrated();
  const router = useRouter();
  const rename = useRenamePerson();
  const [isEditing, setEditing] = useState(false);
  if (isEditing) {
    return (
      <NameForm
        label="Your name"
        name={fullName ?? ""}
        autoComplete="name"
        busy={rename.isPending}
        problem={problemText(rename.error)}
        onSave={(name) =>
          rename.mutate(
            { name },
            {
              onSuccess: () => {
                setEditing(false);
                // The page's head says it too.
                router.refresh();
              },
            },
          )
        }
        onDone={() => {
          rename.reset();
          setEditing(false);
        }}
      />
    );
  }
  return (
    <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <span className="min-w-0 wrap-anywhere">
        {fullName ?? <span className="text-muted-foreground">not given</span>}
      </span>
      <Button
        variant="ghost"
        size="sm"
        className="-my-1.5 -mr-4 max-sm:-ml-4"
        aria-label="Change your name"
        disabled={!hydrated}
        onClick={() => setEditing(true)}
      >
        Change
      </Button>
    </span>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 px-4 py-3.5 sm:grid-cols-[10rem_minmax(0,1fr)] sm:px-5">
      <dt className="text-sm/6 text-muted-foreground">{name}</dt>
      <dd className="font-medium wrap-anywhere">{children}</dd>
    </div>
  );
}
