"use client";

import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { useLocale, useTranslations } from "#translations";
import { NameForm } from "@/components/site/name-form";
import { useProblemText } from "@/components/site/use-problem-words";
import { useHydrated } from "@/components/time/use-hydrated";
import { Button } from "@/components/ui/button";
import { listed } from "@/lib/listed";
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
  const t = useTranslations("account.you");
  const language = useLocale();
  const nameOf = (id: string) => providers.find((provider) => provider.id === id)?.name ?? id;
  const named = [
    ...ways.map((way) => (way === "password" ? t("password") : nameOf(way))),
    ...(hasPasskey ? [t("passkey")] : []),
  ];
  return (
    <dl className="divide-y">
      <Fact name={t("name")}>
        <Name fullName={viewer.fullName} />
      </Fact>
      <Fact name={t("email")}>
        {viewer.email}
        <span className="block text-sm/5 font-normal text-muted-foreground">{t("emailChange")}</span>
      </Fact>
      <Fact name={t("ways")}>
        {listed(named, language)}
        {!ways.includes("password") && (
          <span className="block text-sm/5 font-normal text-muted-foreground">{t("elsewhere")}</span>
        )}
      </Fact>
    </dl>
  );
}

function Name({ fullName }: { fullName: string | null }) {
  const t = useTranslations("account.you");
  const problemText = useProblemText();
  const hydrated = useHydrated();
  const router = useRouter();
  const rename = useRenamePerson();
  const [isEditing, setEditing] = useState(false);
  if (isEditing) {
    return (
      <NameForm
        label={t("yourName")}
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
        {fullName ?? <span className="text-muted-foreground">{t("noName")}</span>}
      </span>
      <Button
        variant="ghost"
        size="sm"
        className="-my-1.5 -me-4 max-sm:-ms-4"
        aria-label={t("changeName")}
        disabled={!hydrated}
        onClick={() => setEditing(true)}
      >
        {t("change")}
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
