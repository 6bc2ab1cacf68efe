import type { Metadata } from "next";
import { ADMIN_TITLE } from "@/components/admin/admin-title";
import { Overview } from "@/components/admin/overview";
import { operatorTitle } from "@/server/operator-title";
import { requestTime } from "@/lib/request-time";
import { requireOperator } from "@/server/current-person";
import { serverCaller } from "@/trpc/server";

export const generateMetadata = (): Promise<Metadata> => operatorTitle("Admin");

export default async function AdminPage() {
  await requireOperator();
  const api = await serverCaller();
  const [figures, health] = await Promise.all([api.admin.figures(), api.admin.instance()]);
  return (
    <main>
      <h1
        id={ADMIN_TITLE}
        className="mt-7 text-[28px]/8 font-semibold tracking-[-0.025em] sm:mt-9 sm:text-[34px]/10"
      >
        Overview
      </h1>
      <Overview figures={figures} health={health} renderedAt={await requestTime()} />
    </main>
  );
}
