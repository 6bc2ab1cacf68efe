"use client";

import { LogOut } from "lucide-react";
import { useState } from "react";
import { signOut } from "@/lib/sign-in";

export function SignOutButton() {
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");

  async function leave() {
    setState("busy");
    const answer = await signOut();
    // A full load: nothing of the person stays in this tab's memory.
    if (answer.kind === "ok") window.location.assign("/");
    else setState("failed");
  }

  return (
    <>
      <button
        type="button"
        onClick={leave}
        disabled={state === "busy"}
        className="flex h-10 w-full items-center gap-2.5 rounded-md px-3 text-sm font-medium hover:bg-accent disabled:opacity-60"
      >
        <LogOut className="size-4 text-muted-foreground" aria-hidden />
        {state === "busy" ? "Signing out…" : "Sign out"}
      </button>
      {state === "failed" && (
        <p role="alert" className="px-3 pb-2 text-sm text-danger">
          That did not work. Try again.
        </p>
      )}
    </>
  );
}
