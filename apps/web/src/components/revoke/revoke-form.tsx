"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "#translations";
import { Button } from "@/components/ui/button";

/** One button in a plain form: it works before the page's script has come, and without it. */
export function RevokeForm({ token }: { token: string }) {
  const t = useTranslations("revoke");
  const [sent, setSent] = useState(false);
  useEffect(() => {
    // Whoever goes back is shown the page as it was left, at work.
    const wake = () => setSent(false);
    window.addEventListener("pageshow", wake);
    return () => window.removeEventListener("pageshow", wake);
  }, []);
  return (
    <form method="post" action={`/revoke/${token}/confirm`} onSubmit={() => setSent(true)}>
      <Button type="submit" variant="danger" size="lg" busy={sent} className="w-full sm:w-auto">
        {t("question.button")}
      </Button>
    </form>
  );
}
