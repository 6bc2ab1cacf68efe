"use client";

import { Toaster as Sonner } from "sonner";
import { useTranslations } from "#translations";

/** Short words on what was just done. Only where things are done in place; a login has a page for each outcome. */
export function Toaster() {
  const t = useTranslations("site");
  return (
    <Sonner
      position="bottom-center"
      customAriaLabel={t("notifications")}
      theme="system"
      gap={8}
      toastOptions={{
        style: {
          background: "var(--popover)",
          color: "var(--popover-foreground)",
          border: "1px solid var(--border)",
          borderRadius: "14px",
          boxShadow: "var(--shadow-raised)",
          fontFamily: "inherit",
          fontSize: "14px",
        },
      }}
    />
  );
}
