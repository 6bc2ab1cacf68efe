import type { Metadata } from "next";
import { headers } from "next/headers";
import { AuthorizeFlow } from "@/components/authorize/authorize-flow";
import { publicConfig } from "@/env";
import { isLocalServer } from "@/lib/addresses";
import { authorizePath } from "@/lib/next-path";
import { viewerOf } from "@/lib/person";
import { readUserAgent } from "@/lib/user-agent";
import { userCodeFromQuery } from "@/lib/user-code";
import { requirePerson } from "@/server/current-person";

export const metadata: Metadata = { title: "Connect a terminal" };

export default async function AuthorizePage({ searchParams }: PageProps<"/authorize">) {
  const userCode = userCodeFromQuery((await searchParams).user_code);
  const person = await requirePerson(authorizePath(userCode));
  const request = await headers();
  const { cliName, publicUrl } = publicConfig();
  return (
    <AuthorizeFlow
      userCode={userCode}
      cliName={cliName}
      browser={{
        viewer: viewerOf(person),
        ...readUserAgent(request.get("user-agent")),
        ipAddress: request.get("x-alprina-client-ip") || null,
        serverIsLocal: isLocalServer(publicUrl),
      }}
    />
  );
}
