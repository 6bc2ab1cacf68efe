"use client";

import { useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { trpc } from "@/trpc/client";

const AGAIN_AFTER_MS = 500;

/**
 * Has the server tell what becomes of a code, and puts it where `queryKey` keeps it. `setFollowed` is told whether
 * that works: behind a proxy that cuts or holds back what is sent bit by bit, the page has to ask. Undefined follows
 * nothing.
 */
export function useFollowedCode(
  id: string | undefined,
  queryKey: QueryKey,
  setFollowed: (isFollowed: boolean) => void,
): void {
  const client = useQueryClient();
  const put = useRef((view: unknown) => client.setQueryData(queryKey, view));
  useEffect(() => {
    put.current = (view) => client.setQueryData(queryKey, view);
  });

  useEffect(() => {
    if (id === undefined) return;
    let again: ReturnType<typeof setTimeout> | undefined;
    let following = follow(id);
    /** Each ends with its first news, so that the next one shows anew who asks. */
    function follow(code: string) {
      return trpc.dashboardCodes.follow.subscribe(
        { id: code },
        {
          onData: (view) => {
            setFollowed(true);
            put.current(view);
          },
          onError: () => setFollowed(false),
          onConnectionStateChange: ({ state }) => state === "connecting" && setFollowed(false),
          onComplete: () => {
            setFollowed(false);
            again = setTimeout(() => (following = follow(code)), AGAIN_AFTER_MS);
          },
        },
      );
    }
    return () => {
      clearTimeout(again);
      following.unsubscribe();
      setFollowed(false);
    };
  }, [id, setFollowed]);
}
