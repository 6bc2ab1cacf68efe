"use client";

import { useHydrated } from "@/components/time/use-hydrated";
import { Button } from "@/components/ui/button";

/** Takes no click before the page's script listens: a password must never go out as an ordinary form. */
export function SubmitButton({ busy, children }: { busy: boolean; children: string }) {
  const hydrated = useHydrated();
  return (
    <Button
      type="submit"
      size="lg"
      width="full"
      busy={busy}
      disabled={!hydrated}
      className="disabled:opacity-100"
    >
      {children}
    </Button>
  );
}
