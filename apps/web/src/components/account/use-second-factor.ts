"use client";

import { useMutation } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTranslations } from "#translations";
import { trpc } from "@/trpc/client";
import { useRefreshSecondFactor } from "./use-ways";

export function useSetUpSecondFactor() {
  const refresh = useRefreshSecondFactor();
  return useMutation({
    mutationFn: (input: { password: string }) => trpc.secondFactor.setUp.mutate(input),
    onSuccess: ({ kind }) => kind === "on-already" && refresh(),
  });
}

export function useConfirmSecondFactor() {
  const t = useTranslations("account.done");
  const refresh = useRefreshSecondFactor();
  return useMutation({
    mutationFn: (input: { code: string }) => trpc.secondFactor.confirm.mutate(input),
    onSuccess: ({ kind }) => {
      if (kind !== "on") return;
      refresh();
      toast.success(t("secondFactorOn"));
    },
  });
}

export function useRenewBackupCodes() {
  const refresh = useRefreshSecondFactor();
  return useMutation({
    mutationFn: (input: { password: string }) => trpc.secondFactor.renewBackupCodes.mutate(input),
    onSuccess: refresh,
  });
}

export function useTurnOffSecondFactor() {
  const t = useTranslations("account.done");
  const refresh = useRefreshSecondFactor();
  return useMutation({
    mutationFn: (input: { password: string }) => trpc.secondFactor.turnOff.mutate(input),
    onSuccess: ({ kind }) => {
      refresh();
      if (kind === "off") toast.success(t("secondFactorOff"));
    },
  });
}
