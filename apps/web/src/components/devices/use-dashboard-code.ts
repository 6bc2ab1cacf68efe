"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { trpc, type DashboardCodeView, type IssuedDashboardCode } from "@/trpc/client";
import { problemText, useRefreshDevices } from "./use-devices";

const POLL_MS = 2_000;
const over: DashboardCodeView["kind"][] = ["used", "denied", "expired", "replaced", "unknown"];

export interface DashboardCode {
  open: boolean;
  issued: (IssuedDashboardCode & { issuedAt: number }) | null;
  view: DashboardCodeView | null;
  issuing: boolean;
  problem: string | null;
  issue: () => void;
  close: () => void;
  refresh: () => void;
}

/** A code to be typed in a terminal, and what becomes of it while the page shows it. */
export function useDashboardCode(): DashboardCode {
  const [open, setOpen] = useState(false);
  const refreshDevices = useRefreshDevices();
  const issue = useMutation({
    mutationFn: async () => {
      const issued = await trpc.dashboardCodes.issue.mutate();
      return { ...issued, issuedAt: Date.now() };
    },
  });
  const id = issue.data?.id;
  const status = useQuery({
    queryKey: ["dashboard-code", id],
    queryFn: () => trpc.dashboardCodes.status.query({ id: id ?? "" }),
    enabled: open && id !== undefined,
    staleTime: 0,
    // A code that is over stays over.
    refetchInterval: ({ state }) => (state.data && over.includes(state.data.kind) ? false : POLL_MS),
  });
  const kind = status.data?.kind;

  useEffect(() => {
    if (kind === "used") refreshDevices();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the code turns used
  }, [kind]);

  return {
    open,
    issued: issue.data ?? null,
    view: status.data ?? null,
    issuing: issue.isPending,
    problem: problemText(issue.error ?? status.error),
    issue: () => {
      setOpen(true);
      issue.mutate();
    },
    close: () => {
      setOpen(false);
      issue.reset();
    },
    refresh: () => void status.refetch(),
  };
}
