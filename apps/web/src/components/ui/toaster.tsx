"use client";

import { Toaster as Sonner } from "sonner";

/** Short words on what was just done. Only where things are done in place; a login has a page for each outcome. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-center"
      theme="system"
      gap={8}
      toastOptions={{
        style: {
          background: "var(--popover)",
          color: "var(--popover-foreground)",
          border: "1px solid var(--border)",
          borderRadius: "14px",
          boxShadow: "var(--shadow-raised)",
          fontFamily: "var(--font-geist-sans), sans-serif",
          fontSize: "14px",
        },
      }}
    />
  );
}
