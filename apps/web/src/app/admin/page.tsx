import type { Metadata } from "next";
import { ADMIN_TITLE } from "@/components/admin/admin-title";
import { Overview } from "@/components/admin/overview";
import { operatorTitle } from "@/server/operator-title";
import { requestTime } from "@/lib/request-time";
import { translations } from "@/i18n/request";
import { requireOperator } from "@/server/current-person";
import { serverCaller } from "@/trpc/server";

export const generateMetadata = (): Promise<Metadata> => operatorTitle("overview");

export default async function AdminPage() {
  await requireOperator();
  const t = await translations("admin");
  const api = await serverCaller();
  const [figures, health] = await Promise.all([api.admin.figures(), api.admin.instance()]);
  return (
    <main>
      <h1
        id={ADMIN_TITLE}
        className="mt-7 text-question font-semibold tracking-[-0.025em] sm:mt-9 sm:text-question-wide"
      >
        {t("tabs.overview")}
      </h1>
      <Overview figures={figures} health={health} renderedAt={await requestTime()} />
    </main>
  );
}
