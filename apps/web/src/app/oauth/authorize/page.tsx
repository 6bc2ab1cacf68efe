import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReviewAuthorizationAnswer } from "@alprina/api";
import { ConsentFlow } from "@/components/authorize/consent-flow";
import { UnusableLink } from "@/components/authorize/unusable-link";
import { publicConfig } from "@/env";
import { translations } from "@/i18n/request";
import { Translated } from "@/i18n/translated";
import { MAX_PATH_LENGTH } from "@/lib/next-path";
import { returnAddress } from "@/lib/return-address";
import { readAuthorizationQuery, type AuthorizationQuery } from "@/server/authorization-query";
import { browserSideOf } from "@/server/browser-side";
import { requirePerson } from "@/server/current-person";
import { sayStatus } from "@/server/reply-status";
import { serverCaller } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations("authorize"))("tabProgram"), robots: { index: false } };
}

/** The authorization endpoint (RFC 6749 §3.1): looking changes nothing, and what a person decides is a call of its own. */
export default async function AuthorizationPage({ searchParams }: PageProps<"/oauth/authorize">) {
  const query = readAuthorizationQuery(await searchParams);
  const answer = await reviewQuery(query);
  switch (answer.kind) {
    case "unusable":
      sayStatus(400);
      return <UnusableLink why={answer.why} />;
    case "refused":
      return redirect(answer.redirectTo);
    case "consent": {
      const person = await requirePerson(query.path);
      return (
        <Translated areas={["authorize"]}>
          <ConsentFlow
            request={query.request}
            consent={answer.consent}
            returnsTo={returnAddress(answer.consent.redirectUri)}
            path={query.path}
            cliName={publicConfig().cliName}
            browser={await browserSideOf(person, await headers(), await serverCaller())}
          />
        </Translated>
      );
    }
  }
}

type Reviewed = ReviewAuthorizationAnswer | { kind: "unusable"; why: "damaged" };

async function reviewQuery({ request, path }: AuthorizationQuery): Promise<Reviewed> {
  const unreadable = { kind: "unusable", why: "damaged" } as const;
  // Signing in must lead back here.
  if (path.length > MAX_PATH_LENGTH) return unreadable;
  try {
    return await (await serverCaller()).authorizations.review(request);
  } catch (error) {
    // The procedure did not even read it: a parameter is too long, or not text.
    if (error instanceof TRPCError && error.code === "BAD_REQUEST") return unreadable;
    throw error;
  }
}
