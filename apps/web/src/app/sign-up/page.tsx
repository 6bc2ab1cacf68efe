import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/session/auth-card";
import { AuthLead } from "@/components/session/auth-lead";
import { SignInWays } from "@/components/session/sign-in-ways";
import { SignUpForm } from "@/components/session/sign-up-form";
import { Callout } from "@/components/ui/callout";
import { publicConfig } from "@/env";
import { translations } from "@/i18n/request";
import { Translated } from "@/i18n/translated";
import { safeNextPath, withNext } from "@/lib/next-path";
import { currentPerson } from "@/server/current-person";
import { awaitsFirstPerson } from "@/server/first-person";
import { returnedForm } from "@/server/sign-in/returned-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations("session"))("signUp"), robots: { index: false } };
}

export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const next = safeNextPath((await searchParams).next);
  if (await currentPerson()) redirect(next);
  const { byPassword, providers } = publicConfig().signInWays;
  // Elsewhere an account is made by signing in with it.
  if (!byPassword) redirect(withNext("/sign-in", next));
  const isFirst = await awaitsFirstPerson();
  const t = await translations("session");
  return (
    <AuthCard
      title={t("signUp")}
      lead={<AuthLead next={next} otherwise="leadSignUp" />}
      footer={t.rich("haveOne", {
        link: (words) => (
          <Link href={withNext("/sign-in", next)} className="link font-medium text-foreground">
            {words}
          </Link>
        ),
      })}
    >
      {isFirst && <Callout className="mb-5 text-sm/6">{t("firstSignUp")}</Callout>}
      <Translated areas={["session"]}>
        <SignInWays providers={providers} next={next}>
          <SignUpForm next={next} returned={await returnedForm()} />
        </SignInWays>
      </Translated>
    </AuthCard>
  );
}
