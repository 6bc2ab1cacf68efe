import Link from "next/link";
import { useTranslations } from "#translations";
import { CommandLine } from "@/components/site/command-line";
import { Button } from "@/components/ui/button";
import { firstCommand } from "@/lib/first-command";
import { ForDevelopers } from "./for-developers";
import { LoginPicture } from "./login-picture";
import { Steps } from "./steps";

interface NewcomerProps {
  appName: string;
  cliName: string;
  publicUrl: string;
  signInWays: { byPassword: boolean };
}

/** For somebody who is not signed in: what this is, and what to do next. */
export function Newcomer({ appName, cliName, publicUrl, signInWays }: NewcomerProps) {
  const t = useTranslations("landing.newcomer");
  const start = signInWays.byPassword
    ? ({
        text: t("createAccountText"),
        action: { href: "/sign-up", name: t("createAccount") },
      } as const)
    : ({
        text: t("signInText"),
        action: { href: "/sign-in", name: t("signIn") },
      } as const);
  const { command, fromCheckout } = firstCommand({ cliName, publicUrl });
  return (
    <main className="page-width pt-8 pb-20 sm:pt-16">
      <div className="max-w-170">
        <h1 className="text-hero font-semibold tracking-[-0.035em] sm:text-hero-wide">{t("title")}</h1>
        <p className="mt-4 max-w-140 text-lead text-muted-foreground sm:text-lg/8">
          {t("lead", { app: appName })}
        </p>
        <div className="mt-7 flex flex-col gap-3 min-[400px]:flex-row">
          <Button asChild size="lg">
            <Link href={start.action.href}>{start.action.name}</Link>
          </Button>
          <Button asChild variant="outline" size="lg">
            <Link href="/authorize">{t("enterCode")}</Link>
          </Button>
        </div>
      </div>
      <LoginPicture cliName={cliName} publicUrl={publicUrl} />
      <Steps
        title={t("steps")}
        steps={[
          { title: start.action.name, ...start },
          {
            title: t("ask"),
            text: fromCheckout ? t("askTextCheckout", { command: `${cliName} login` }) : t("askText"),
            extra: <CommandLine command={command} />,
          },
          {
            title: t("compare"),
            text: t("compareText"),
            action: { href: "/settings/devices", name: t("devices") },
          },
        ]}
      />
      <ForDevelopers />
    </main>
  );
}
