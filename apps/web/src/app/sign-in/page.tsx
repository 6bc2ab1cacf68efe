import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/session/auth-card";
import { AuthLead } from "@/components/session/auth-lead";
import { SignInForm } from "@/components/session/sign-in-form";
import { safeNextPath, withNext } from "@/lib/next-path";
import { currentPerson } from "@/server/current-person";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const next = safeNextPath((await searchParams).next);
  if (await currentPerson()) redirect(next);
  return (
    <AuthCard
      title="Sign in"
      lead={<AuthLead next={next} otherwise="To connect terminals, and to see which ones are." />}
      footer={
        <>
          New here?{" "}
          <Link href={withNext("/sign-up", next)} className="link font-medium text-foreground">
            Create an account
          </Link>
        </>
      }
    >
      <SignInForm next={next} />
    </AuthCard>
  );
}
