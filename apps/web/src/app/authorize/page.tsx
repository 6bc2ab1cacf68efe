import type { Metadata } from "next";
import { AuthorizeFlow } from "@/components/authorize/authorize-flow";
import { publicConfig } from "@/env";
import { authorizePath } from "@/lib/next-path";
import { userCodeFromQuery } from "@/lib/user-code";
import { browserSide } from "@/server/browser-side";
import { requirePerson } from "@/server/current-person";

export const metadata: Metadata = { title: "Connect a terminal" };

export default async function AuthorizePage({ searchParams }: PageProps<"/authorize">) {
  const userCode = userCodeFromQuery((await searchParams).user_code);
  const person = await requirePerson(authorizePath(userCode));
  return (
    <AuthorizeFlow userCode={userCode} cliName={publicConfig().cliName} browser={await browserSide(person)} />
  );
}
