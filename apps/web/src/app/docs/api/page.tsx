import { describeApi } from "@alprina/cli-auth/server";
import type { Metadata } from "next";
import { ApiReference } from "@/components/docs/api-reference";
import { publicConfig } from "@/env";
import { translations } from "@/i18n/request";
import "../docs.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translations("docs");
  return { title: t("reference"), description: t("referenceDescription") };
}

export default function ApiPage() {
  return <ApiReference document={describeApi(publicConfig())} />;
}
