import type { Metadata } from "next";
import Link from "next/link";
import { Notice } from "@/components/site/notice";
import { Button } from "@/components/ui/button";
import { translations } from "@/i18n/request";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations("errors"))("notFound.tab") };
}

export default async function NotFound() {
  const t = await translations("errors");
  return (
    <Notice command="cat this-page" output={t("notFound.output")} title={t("notFound.title")}>
      <p>{t("notFound.text")}</p>
      <div className="mt-7 flex flex-col gap-3 sm:flex-row">
        <Button asChild variant="ink" size="lg">
          <Link href="/authorize">{t("notFound.enterCode")}</Link>
        </Button>
        <Button asChild variant="outline" size="lg">
          <Link href="/">{t("notFound.start")}</Link>
        </Button>
      </div>
    </Notice>
  );
}
