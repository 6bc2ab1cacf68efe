import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/session/auth-card";
import { AuthLead } from "@/components/session/auth-lead";
import { SignInForm } from "@/components/session/sign-in-form";
import { SignInWays } from "@/components/session/sign-in-ways";
import { Callout } from "@/components/ui/callout";
import { publicConfig } from "@/env";
import { safeNextPath, withNext } from "@/lib/next-path";
import { explainProviderError } from "@/lib/provider-error";
import { currentPerson } from "@/server/current-person";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next: wanted, error } = await searchParams;
  const next = safeNextPath(wanted);
  if (await currentPerson()) redirect(next);
  const { byPassword, providers } = publicConfig().signInWays;
  const problem = explainProviderError(error);
  return (
    <AuthCard
      title="Sign in"
      lead={<AuthLead next={next} otherwise="To connect terminals, and to see which ones are." />}
      footer={
        byPassword && (
          <>
            New here?{" "}
            <Link href={withNext("/sign-up", next)} className="link font-medium text-foreground">
              Create an account
            </Link>
          </>
        )
      }
    >
      {problem && (
        <Callout tone="danger" role="alert" className="mb-5">
          {problem}
        </Callout>
      )}
      <SignInWays providers={providers} next={next}>
        {byPassword && <SignInForm next={next} />}
      </SignInWays>
    </AuthCard>
  );
}
