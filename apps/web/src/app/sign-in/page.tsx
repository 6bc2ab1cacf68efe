import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/session/auth-card";
import { AuthLead } from "@/components/session/auth-lead";
import { PasskeyButton } from "@/components/session/passkey-button";
import { SignInForm } from "@/components/session/sign-in-form";
import { SignInWays } from "@/components/session/sign-in-ways";
import { Callout } from "@/components/ui/callout";
import { publicConfig } from "@/env";
import { safeNextPath, withNext } from "@/lib/next-path";
import { explainProviderError } from "@/lib/provider-error";
import { currentPerson } from "@/server/current-person";
import { awaitsFirstPerson } from "@/server/first-person";
import { returnedForm } from "@/server/sign-in/returned-form";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next: wanted, error, again: isAgain } = await searchParams;
  const next = safeNextPath(wanted);
  const person = await currentPerson();
  // Somebody who signed in long ago and is about to give a key away; a stranger with this link just signs in.
  const again = isAgain === "1" ? person : null;
  if (person && !again) redirect(next);
  const { byPassword, providers } = publicConfig().signInWays;
  const problem = explainProviderError(error);
  const isFirst = await awaitsFirstPerson();
  return (
    <AuthCard
      title={again ? "Sign in again" : "Sign in"}
      lead={<AuthLead next={next} otherwise="To connect terminals, and to see which ones are." />}
      footer={
        again ? (
          <>
            You signed in as <span className="wrap-anywhere text-foreground">{again.email}</span> a while ago.
            This makes sure that it is still you.
          </>
        ) : (
          byPassword && (
            <>
              New here?{" "}
              <Link href={withNext("/sign-up", next)} className="link font-medium text-foreground">
                Create an account
              </Link>
            </>
          )
        )
      }
    >
      {problem && (
        <Callout tone="danger" role="alert" className="mb-5">
          {problem}
        </Callout>
      )}
      {isFirst && (
        <Callout className="mb-5 text-sm/6">
          Nobody has an account here yet. Whoever comes first is the operator of this server.
        </Callout>
      )}
      <SignInWays providers={providers} next={next} again={again !== null}>
        {byPassword && (
          <SignInForm
            next={next}
            email={again?.email}
            again={again !== null}
            returned={await returnedForm()}
          />
        )}
      </SignInWays>
      <div className="mt-3">
        <PasskeyButton next={next} hasField={byPassword} />
      </div>
    </AuthCard>
  );
}
