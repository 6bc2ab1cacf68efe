import type { UnusableLink as LinkFault } from "@alprina/api";
import Link from "next/link";
import { useTranslations } from "#translations";
import { Notice } from "@/components/site/notice";
import { Button } from "@/components/ui/button";

const sentences = {
  damaged: "unusable.damaged",
  "no-client": "unusable.noClient",
  "unknown-client": "unusable.unknownClient",
  "no-return": "unusable.noReturn",
  "other-return": "unusable.otherReturn",
} as const satisfies Record<LinkFault | "damaged", string>;

export type UnusableWhy = keyof typeof sentences;

/** A link that names no client or no way back that we know to be good: nobody is sent anywhere. */
export function UnusableLink({ why }: { why: UnusableWhy }) {
  const t = useTranslations("authorize");
  return (
    <Notice command="open this-link" output={t("unusable.output")} title={t("unusable.title")}>
      <p className="font-medium text-foreground">{t(sentences[why])}</p>
      <p className="mt-2">{t("unusable.text")}</p>
      <Button asChild variant="outline" size="lg" className="mt-7">
        <Link href="/">{t("unusable.start")}</Link>
      </Button>
    </Notice>
  );
}
