"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTranslations } from "#translations";
import { trpc, type Device } from "@/trpc/client";

const KEY = ["devices"];
export const DEVICES_TITLE = "devices-title";

/** The list: as it came with the page, then as it is whenever somebody comes back to the tab. */
export function useDevices(initialData: Device[]): Device[] {
  return useQuery({ queryKey: KEY, queryFn: () => trpc.devices.list.query(), initialData }).data;
}

export function useRefreshDevices(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: KEY });
}

export function useRenameDevice() {
  const t = useTranslations("devices.done");
  const replace = useReplaceDevice();
  return useMutation({
    mutationFn: (input: { id: string; name: string }) => trpc.devices.rename.mutate(input),
    onSuccess: (device) => {
      replace(device);
      toast.success(t("renamed", { name: device.name }));
    },
  });
}

export function useRevokeDevice() {
  const t = useTranslations("devices.done");
  const replace = useReplaceDevice();
  return useMutation({
    mutationFn: (input: { id: string }) => trpc.devices.revoke.mutate(input),
    onSuccess: (device) => {
      replace(device);
      toast.success(t("signedOut", { name: device.name }));
      // The button that asked is gone with the key; the keyboard goes on from the top of the page.
      setTimeout(() => document.getElementById(DEVICES_TITLE)?.focus(), 50);
    },
  });
}

export function useRevokeSome() {
  const t = useTranslations("devices.done");
  const refresh = useRefreshDevices();
  return useMutation({
    mutationFn: (input: { ids: string[] }) => trpc.devices.revokeSome.mutate(input),
    onSuccess: ({ revoked }) => {
      refresh();
      toast.success(t("signedOutCount", { count: revoked }));
      setTimeout(() => document.getElementById(DEVICES_TITLE)?.focus(), 50);
    },
  });
}

export function useRevokeOthers() {
  const t = useTranslations("devices.done");
  const refresh = useRefreshDevices();
  return useMutation({
    mutationFn: (input: { keepId: string }) => trpc.devices.revokeOthers.mutate(input),
    onSuccess: ({ revoked }) => {
      refresh();
      toast.success(t("signedOutCount", { count: revoked }));
    },
  });
}

/** The server's word on one device goes into the list at once; the rest of the list is asked for behind it. */
function useReplaceDevice() {
  const client = useQueryClient();
  return (changed: Device) => {
    client.setQueryData<Device[]>(KEY, (list) =>
      list?.map((device) => (device.id === changed.id ? changed : device)),
    );
    void client.invalidateQueries({ queryKey: KEY });
  };
}
