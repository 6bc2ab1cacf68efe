"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { trpc, type DashboardCodeView, type IssuedDashboardCode } from "@/trpc/client";
import { explainProblem, type Problem } from "@/lib/problem";
import { useFollowedCode } from "./use-followed-code";
import { useRefreshDevices } from "./use-devices";

const PATH = "/settings/devices";
const POLL_MS = 2_000;
const over: DashboardCodeView["kind"][] = ["used", "denied", "expired", "replaced", "unknown"];
const isOver = (view: DashboardCodeView | undefined) => !!view && over.includes(view.kind);

export interface DashboardCode {
  open: boolean;
  issued: (IssuedDashboardCode & { issuedAt: number }) | null;
  view: DashboardCodeView | null;
  issuing: boolean;
  problem: Problem | null;
  /** This page with this code, for whoever must sign in again on the way. */
  path: string;
  issue: () => void;
  close: () => void;
  refresh: () => void;
}

/**
 * A code to be typed in a terminal, and what becomes of it while the page shows it. `formerId` is a code that this
 * page showed before its person went to sign in again: the code itself is shown once, what became of it any time.
 */
export function useDashboardCode(formerId: string | null): DashboardCode {
  const [open, setOpen] = useState(formerId !== null);
  const refreshDevices = useRefreshDevices();
  const issue = useMutation({
    mutationFn: async () => {
      const issued = await trpc.dashboardCodes.issue.mutate();
      return { ...issued, issuedAt: Date.now() };
    },
  });
  const id = issue.data?.id ?? (issue.isIdle ? (formerId ?? undefined) : undefined);
  const isAsked = open && id !== undefined;
  const [isFollowed, setFollowed] = useState(false);
  const queryKey = ["dashboard-code", id];
  const status = useQuery({
    queryKey,
    queryFn: () => trpc.dashboardCodes.status.query({ id: id ?? "" }),
    enabled: isAsked,
    staleTime: 0,
    // A code that is over stays over; and one that is followed is told of.
    refetchInterval: ({ state }) => (isOver(state.data) || isFollowed ? false : POLL_MS),
  });
  useFollowedCode(isAsked && !isOver(status.data) ? id : undefined, queryKey, setFollowed);
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
    problem: problemOf(issue.error ?? status.error),
    path: id === undefined ? PATH : `${PATH}?code=${id}`,
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

function problemOf(error: Error | null): Problem | null {
  return error && explainProblem(error);
}
