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
import { translations } from "@/i18n/request";
import { Translated } from "@/i18n/translated";
import { safeNextPath, withNext } from "@/lib/next-path";
import { explainProviderError } from "@/lib/provider-error";
import { explainShutDoor } from "@/lib/sign-in";
import { currentPerson } from "@/server/current-person";
import { awaitsFirstPerson } from "@/server/first-person";
import { returnedForm } from "@/server/sign-in/returned-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations("session"))("signIn"), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next: wanted, error, again: isAgain } = await searchParams;
  const next = safeNextPath(wanted);
  const person = await currentPerson();
  // Somebody who signed in long ago and is about to give a key away; a stranger with this link just signs in.
  const again = isAgain === "1" ? person : null;
  if (person && !again) redirect(next);
  const { byPassword, providers } = publicConfig().signInWays;
  const t = await translations("session");
  const problem = explainProviderError(error);
  const isFirst = await awaitsFirstPerson();
  const returned = await returnedForm();
  return (
    <AuthCard
      title={again ? t("signInAgain") : t("signIn")}
      lead={<AuthLead next={next} otherwise="leadSignIn" />}
      footer={
        again
          ? t.rich("again", {
              email: again.email,
              b: (email) => <span className="wrap-anywhere text-foreground">{email}</span>,
            })
          : byPassword &&
            t.rich("newHere", {
              link: (words) => (
                <Link href={withNext("/sign-up", next)} className="link font-medium text-foreground">
                  {words}
                </Link>
              ),
            })
      }
    >
      {problem && (
        <Callout tone="danger" role="alert" className="mb-5">
          {t(`provider.${problem}`)}
        </Callout>
      )}
      {isFirst && <Callout className="mb-5 text-sm/6">{t("firstSignIn")}</Callout>}
      <Translated areas={["session"]}>
        <SignInWays
          providers={providers}
          next={next}
          again={again !== null}
          former={!byPassword && returned ? explainShutDoor(returned.door) : null}
        >
          {byPassword && (
            <SignInForm next={next} email={again?.email} again={again !== null} returned={returned} />
          )}
        </SignInWays>
        <div className="mt-3">
          <PasskeyButton next={next} hasField={byPassword} />
        </div>
      </Translated>
    </AuthCard>
  );
}
