import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/session/auth-card";
import { AuthLead } from "@/components/session/auth-lead";
import { SignInWays } from "@/components/session/sign-in-ways";
import { SignUpForm } from "@/components/session/sign-up-form";
import { Callout } from "@/components/ui/callout";
import { publicConfig } from "@/env";
import { safeNextPath, withNext } from "@/lib/next-path";
import { currentPerson } from "@/server/current-person";
import { awaitsFirstPerson } from "@/server/first-person";
import { returnedForm } from "@/server/sign-in/returned-form";

export const metadata: Metadata = { title: "Create an account", robots: { index: false } };

export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const next = safeNextPath((await searchParams).next);
  if (await currentPerson()) redirect(next);
  const { byPassword, providers } = publicConfig().signInWays;
  // Elsewhere an account is made by signing in with it.
  if (!byPassword) redirect(withNext("/sign-in", next));
  const isFirst = await awaitsFirstPerson();
  return (
    <AuthCard
      title="Create an account"
      lead={
        <AuthLead next={next} otherwise="Your terminals sign in as you, without ever seeing your password." />
      }
      footer={
        <>
          Have an account?{" "}
          <Link href={withNext("/sign-in", next)} className="link font-medium text-foreground">
            Sign in
          </Link>
        </>
      }
    >
      {isFirst && (
        <Callout className="mb-5 text-sm/6">
          Nobody has an account here yet. You are the first, and will be the operator of this server.
        </Callout>
      )}
      <SignInWays providers={providers} next={next}>
        <SignUpForm next={next} returned={await returnedForm()} />
      </SignInWays>
    </AuthCard>
  );
}
