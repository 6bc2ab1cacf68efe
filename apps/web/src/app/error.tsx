"use client";

import { useTranslations } from "#translations";
import { Notice } from "@/components/site/notice";
import { Button } from "@/components/ui/button";

/** A page that failed. What went wrong is in the server's log, under the number that is shown. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  const t = useTranslations("errors");
  return (
    <Notice command="open this-page" output={t("page.output")} title={t("page.title")}>
      <p>
        {t("page.text")}
        {error.digest && (
          <>
            {" "}
            {t.rich("page.tell", {
              digest: error.digest,
              code: (chunks) => <code className="font-mono">{chunks}</code>,
            })}
          </>
        )}
      </p>
      {/* A full load: what failed may be the script itself. */}
      <Button variant="ink" size="lg" className="mt-7" onClick={() => window.location.reload()}>
        {t("page.again")}
      </Button>
    </Notice>
  );
}
