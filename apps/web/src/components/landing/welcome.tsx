import type { OperatorStanding } from "@alprina/api";
import Link from "next/link";
import { useTranslations } from "#translations";
import { OperatorNote } from "@/components/admin/operator-note";
import { CommandLine } from "@/components/site/command-line";
import { Button } from "@/components/ui/button";
import { firstCommand } from "@/lib/first-command";
import { firstName, type Viewer } from "@/lib/person";
import { ForDevelopers } from "./for-developers";
import { LoginPicture } from "./login-picture";
import { Steps } from "./steps";

interface WelcomeProps {
  viewer: Viewer;
  operator: OperatorStanding | null;
  cliName: string;
  publicUrl: string;
}

/** For somebody who is signed in: the three things to do here. */
export function Welcome({ viewer, operator, cliName, publicUrl }: WelcomeProps) {
  const t = useTranslations("landing.welcome");
  const { command, fromCheckout } = firstCommand({ cliName, publicUrl });
  const name = firstName(viewer);
  return (
    <main className="page-width pt-8 pb-20 sm:pt-14">
      <h1 className="text-title font-semibold tracking-[-0.03em] break-words sm:text-title-wide">
        {name ? t("hello", { name }) : t("helloNobody")}
      </h1>
      <p className="mt-3 max-w-140 text-lead text-muted-foreground sm:text-lg/8">
        {t("lead", { email: viewer.email })}
      </p>
      <div className="mt-7 flex flex-col gap-3 min-[400px]:flex-row">
        <Button asChild size="lg">
          <Link href="/authorize">{t("enterCode")}</Link>
        </Button>
        <Button asChild variant="outline" size="lg">
          <Link href="/settings/devices">{t("devices")}</Link>
        </Button>
      </div>
      {operator && <OperatorNote operator={operator} className="mt-7 max-w-180" />}
      <Steps
        title={t("steps")}
        steps={[
          {
            title: t("signIn"),
            text: fromCheckout ? t("signInTextCheckout", { command: `${cliName} login` }) : t("signInText"),
            extra: <CommandLine command={command} />,
          },
          {
            title: t("fromHere"),
            text: t("fromHereText"),
            action: { href: "/settings/devices", name: t("addDevice") },
          },
          {
            title: t("see"),
            text: t("seeText"),
            action: { href: "/settings/devices", name: t("devices") },
          },
        ]}
      />
      <LoginPicture cliName={cliName} publicUrl={publicUrl} />
      <ForDevelopers />
    </main>
  );
}
