"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "#translations";
import { Button } from "@/components/ui/button";

/** Copies, and says so where it was clicked. Browsers refuse on plain http: then it says what to do instead. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useTranslations("site");
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");

  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), 2000);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setState("copied");
    } catch {
      setState("refused");
    }
  }

  const Icon = state === "copied" ? Check : Copy;
  return (
    <>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={label}
        title={label}
        onClick={copy}
        // For pages without React (src/enhance/copying.ts).
        data-copy={text}
        data-copied={t("copy.copied")}
        data-refused={t("copy.refused")}
        className="size-8"
      >
        <Icon className={state === "copied" ? "size-4 text-ok" : "size-4"} aria-hidden />
      </Button>
      <span role="status" className={state === "refused" ? "pe-2 text-xs text-danger" : "sr-only"}>
        {state === "copied" && t("copy.copied")}
        {state === "refused" && t("copy.refused")}
      </span>
    </>
  );
}
