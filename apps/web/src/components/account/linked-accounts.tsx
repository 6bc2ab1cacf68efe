"use client";

import { Building2 } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "#translations";
import { ConfirmDialog } from "@/components/devices/confirm-dialog";
import { useSignInWords } from "@/components/session/use-auth-form";
import { useProblemText } from "@/components/site/use-problem-words";
import { Day } from "@/components/time/day";
import { useHydrated } from "@/components/time/use-hydrated";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { LinkProblem } from "@/lib/provider-error";
import { linkElsewhere } from "@/lib/sign-in";
import type { LinkedAccount } from "@/trpc/client";
import { useUnlink } from "./use-ways";
import { WayRow } from "./way-row";

const HERE = "/settings/account";

interface LinkedAccountsProps {
  accounts: LinkedAccount[];
  providers: { id: string; name: string }[];
  /** Why somebody came back from a provider with nothing linked. */
  problem: LinkProblem | null;
  mustSignInAgain: boolean;
}

/** The accounts elsewhere that let this person in, and one more. */
export function LinkedAccounts({ accounts, providers, problem, mustSignInAgain }: LinkedAccountsProps) {
  const t = useTranslations("account.linked");
  const wordsOf = useSignInWords();
  const hydrated = useHydrated();
  const [leavingFor, setLeavingFor] = useState<string | null>(null);
  const [refusal, setRefusal] = useState(problem && t(problem));
  const others = providers.filter(({ id }) => !accounts.some(({ provider }) => provider === id));

  // Who comes back by the browser's own button finds the page as it was left: at work, for good.
  useEffect(() => {
    const takeUp = () => setLeavingFor(null);
    window.addEventListener("pageshow", takeUp);
    return () => window.removeEventListener("pageshow", takeUp);
  }, []);

  async function link(provider: string) {
    setLeavingFor(provider);
    setRefusal(null);
    const answer = await linkElsewhere(provider, { next: HERE, page: HERE });
    if (answer.kind !== "refused") return;
    setRefusal(wordsOf(answer));
    setLeavingFor(null);
  }

  return (
    <>
      {accounts.length > 0 && (
        <ul aria-label={t("title")} className="divide-y not-last:border-b">
          {accounts.map((account) => (
            <LinkedRow
              key={account.id}
              account={account}
              name={providers.find(({ id }) => id === account.provider)?.name ?? account.provider}
            />
          ))}
        </ul>
      )}
      {(others.length > 0 || refusal) && (
        <div className="space-y-4 p-4 sm:p-5">
          {refusal && (
            <Callout tone="danger" role="alert">
              {refusal}
            </Callout>
          )}
          {others.length > 0 && (
            <div className="flex flex-wrap gap-3">
              {others.map(({ id, name }) => (
                <Button
                  key={id}
                  variant="outline"
                  size="sm"
                  busy={leavingFor === id}
                  disabled={!hydrated || leavingFor !== null || mustSignInAgain}
                  onClick={() => void link(id)}
                >
                  {t("link", { name })}
                </Button>
              ))}
            </div>
          )}
        </div>
      )}
    </>
  );
}

function LinkedRow({ account, name }: { account: LinkedAccount; name: string }) {
  const t = useTranslations("account.linked");
  const unlink = useUnlink();
  const problemText = useProblemText();
  const [open, setOpen] = useState(false);
  return (
    <WayRow
      icon={Building2}
      title={<h3 className="leading-6 font-semibold wrap-anywhere">{name}</h3>}
      facts={t.rich("since", { time: () => <Day date={account.linkedAt} /> })}
      problem={unlink.data?.kind === "only-way" ? t("onlyWay") : null}
    >
      <Button
        variant="outline"
        size="sm"
        aria-label={t("unlinkThis", { name })}
        onClick={() => setOpen(true)}
      >
        {t("unlink")}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          unlink.reset();
        }}
        title={t("question", { name })}
        description={t("text", { name })}
        confirm={t("unlink")}
        busy={unlink.isPending}
        problem={problemText(unlink.error)}
        onConfirm={() => unlink.mutate({ id: account.id }, { onSuccess: () => setOpen(false) })}
      />
    </WayRow>
  );
}
