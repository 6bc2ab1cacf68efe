import { describeApi } from "@alprina/cli-auth/server";
import type { Metadata } from "next";
import { ApiReference } from "@/components/docs/api-reference";
import { publicConfig } from "@/env";
import "../docs.css";

export const metadata: Metadata = {
  title: "API reference",
  description: "Every call that a command line can make here.",
};

export default function ApiPage() {
  return <ApiReference document={describeApi(publicConfig())} />;
}
