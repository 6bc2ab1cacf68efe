"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTranslations } from "#translations";
import { addPasskey } from "@/lib/passkeys";
import { trpc, type LinkedAccount, type Passkey, type SecondFactorView } from "@/trpc/client";

const PASSKEYS = ["passkeys"];
const SECOND_FACTOR = ["second-factor"];
const LINKED = ["linked-accounts"];

export function usePasskeys(initialData: Passkey[]): Passkey[] {
  return useQuery({ queryKey: PASSKEYS, queryFn: () => trpc.passkeys.list.query(), initialData }).data;
}

/** What became of it is an answer and no error: mostly somebody has changed their mind. */
export function useAddPasskey() {
  const t = useTranslations("account.done");
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => addPasskey(name),
    onSuccess: (answer) => {
      if (answer.kind !== "ok") return;
      void client.invalidateQueries({ queryKey: PASSKEYS });
      toast.success(t("passkeyAdded"));
    },
  });
}

export function useRenamePasskey() {
  const t = useTranslations("account.done");
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: { id: string; name: string }) => trpc.passkeys.rename.mutate(input),
    onSuccess: (_, { id, name }) => {
      client.setQueryData<Passkey[]>(PASSKEYS, (list) =>
        list?.map((passkey) => (passkey.id === id ? { ...passkey, name } : passkey)),
      );
      void client.invalidateQueries({ queryKey: PASSKEYS });
      toast.success(t("passkeyRenamed", { name }));
    },
  });
}

export function useRemovePasskey() {
  const t = useTranslations("account.done");
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: { id: string }) => trpc.passkeys.remove.mutate(input),
    onSuccess: ({ kind }) => {
      void client.invalidateQueries({ queryKey: PASSKEYS });
      if (kind === "removed") toast.success(t("passkeyRemoved"));
    },
  });
}

export function useSecondFactor(initialData: SecondFactorView): SecondFactorView {
  return useQuery({ queryKey: SECOND_FACTOR, queryFn: () => trpc.secondFactor.get.query(), initialData })
    .data;
}

export function useRefreshSecondFactor(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: SECOND_FACTOR });
}

export function useLinkedAccounts(initialData: LinkedAccount[]): LinkedAccount[] {
  return useQuery({ queryKey: LINKED, queryFn: () => trpc.linkedAccounts.list.query(), initialData }).data;
}

export function useUnlink() {
  const t = useTranslations("account.done");
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: { id: string }) => trpc.linkedAccounts.unlink.mutate(input),
    onSuccess: ({ kind }) => {
      void client.invalidateQueries({ queryKey: LINKED });
      if (kind === "removed") toast.success(t("unlinked"));
    },
  });
}
