"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTranslations } from "#translations";
import { useRefreshDevices } from "@/components/devices/use-devices";
import { signOut } from "@/lib/sign-in";
import { trpc, type BrowserView } from "@/trpc/client";

const KEY = ["browsers"];

/** The list: as it came with the page, then as it is whenever somebody comes back to the tab. */
export function useBrowsers(initialData: BrowserView[]): BrowserView[] {
  return useQuery({ queryKey: KEY, queryFn: () => trpc.sessions.list.query(), initialData }).data;
}

function useRefresh(): () => void {
  const client = useQueryClient();
  const refreshDevices = useRefreshDevices();
  return () => {
    void client.invalidateQueries({ queryKey: KEY });
    refreshDevices();
  };
}

export function useEndBrowser() {
  const t = useTranslations("account.done");
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: { id: string }) => trpc.sessions.end.mutate(input),
    onSuccess: (_, { id }) => {
      client.setQueryData<BrowserView[]>(KEY, (list) => list?.filter((browser) => browser.id !== id));
      toast.success(t("browser"));
    },
  });
}

export function useSignOutEverywhere() {
  const t = useTranslations("account.done");
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (input: { devices: boolean; keepThisBrowser: boolean }) =>
      trpc.me.signOutEverywhere.mutate(input),
    onSuccess: async ({ sessions: browsers, devices }, { keepThisBrowser }) => {
      if (!keepThisBrowser) return leave();
      refresh();
      const which = browsers > 0 ? (devices > 0 ? "both" : "browsers") : devices > 0 ? "devices" : "nothing";
      toast.success(t(which, { browsers, devices }));
    },
  });
}

export function useChangePassword() {
  const t = useTranslations("account.done");
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (input: { oldPassword: string; newPassword: string; devices: boolean }) =>
      trpc.me.changePassword.mutate(input),
    onSuccess: (answer) => {
      if (answer.kind !== "changed") return;
      refresh();
      toast.success(t("password"));
    },
  });
}

export function useRenamePerson() {
  const t = useTranslations("account.done");
  return useMutation({
    mutationFn: (input: { name: string }) => trpc.me.rename.mutate(input),
    onSuccess: ({ fullName }) => toast.success(t("renamed", { name: fullName ?? "" })),
  });
}

export function useDeleteAccount() {
  return useMutation({
    mutationFn: (input: { email: string; password?: string }) => trpc.me.deleteAccount.mutate(input),
    onSuccess: async ({ kind }) => {
      if (kind === "deleted") await leave();
    },
  });
}

/** The session is over: takes the cookie away too, and nothing of the person stays in this tab's memory. */
async function leave(): Promise<void> {
  await signOut();
  window.location.assign("/");
  // The page is about to go; until then the button stays at work.
  await new Promise(() => undefined);
}
