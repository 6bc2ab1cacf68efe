"use client";

import { Check, Copy, Download } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "#translations";
import { Button } from "@/components/ui/button";

interface BackupCodesProps {
  codes: string[];
  email: string;
  onDone: () => void;
}

/** The codes, this once, with two ways to keep them. */
export function BackupCodes({ codes, email, onDone }: BackupCodesProps) {
  const t = useTranslations("account.backupCodes");
  const [copied, setCopied] = useState<"yes" | "no" | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // The form that had the keyboard is gone.
  useEffect(() => heading.current?.focus(), []);
  const asText = `${codes.join("\n")}\n`;

  async function copy() {
    setCopied(
      await navigator.clipboard.writeText(asText).then(
        () => "yes" as const,
        () => "no" as const,
      ),
    );
  }

  function download() {
    const address = URL.createObjectURL(
      new Blob([`${t("file", { email, host: location.host })}\n\n${asText}`], { type: "text/plain" }),
    );
    const link = Object.assign(document.createElement("a"), {
      href: address,
      download: "backup-codes.txt",
    });
    link.click();
    URL.revokeObjectURL(address);
  }

  const Icon = copied === "yes" ? Check : Copy;
  return (
    <div className="space-y-4 p-4 sm:p-5">
      <div>
        <h3 ref={heading} tabIndex={-1} className="font-semibold outline-none">
          {t("title")}
        </h3>
        <p className="mt-1 text-body text-muted-foreground">{t("text")}</p>
      </div>
      <ul
        aria-label={t("label")}
        translate="no"
        className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-md border bg-muted px-4 py-3 font-mono text-body/7 max-[26rem]:grid-cols-1"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button variant="outline" size="sm" onClick={() => void copy()}>
          <Icon className="size-4" aria-hidden />
          {t(copied === "yes" ? "copied" : "copy")}
        </Button>
        <Button variant="outline" size="sm" onClick={download}>
          <Download className="size-4" aria-hidden />
          {t("download")}
        </Button>
        <Button variant="ink" size="sm" onClick={onDone}>
          {t("kept")}
        </Button>
        <p role="status" className={copied === "no" ? "text-sm text-danger" : "sr-only"}>
          {copied === "yes" && t("copied")}
          {copied === "no" && t("refused")}
        </p>
      </div>
    </div>
  );
}
