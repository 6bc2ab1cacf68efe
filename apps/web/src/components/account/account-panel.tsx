"use client";

import { useTranslations } from "#translations";
import { useDevices } from "@/components/devices/use-devices";
import { isOver } from "@/components/devices/device-standing";
import { useNow } from "@/components/time/use-now";
import { buttonVariants } from "@/components/ui/button";
import type { OperatorStanding } from "@alprina/api";
import { OperatorNote } from "@/components/admin/operator-note";
import type { Viewer } from "@/lib/person";
import type { LinkProblem } from "@/lib/provider-error";
import type { BrowserView, Device, LinkedAccount, Passkey, SecondFactorView } from "@/trpc/client";
import { BrowserList } from "./browser-list";
import { ChangePassword } from "./change-password";
import { DeleteAccount } from "./delete-account";
import { IdentityFacts } from "./identity-facts";
import { LinkedAccounts } from "./linked-accounts";
import { Passkeys } from "./passkeys";
import { SecondFactor } from "./second-factor";
import { Section } from "./section";
import { SignOutEverywhere } from "./sign-out-everywhere";
import { useBrowsers } from "./use-account";
import { useLinkedAccounts, usePasskeys, useSecondFactor } from "./use-ways";

interface AccountPanelProps {
  viewer: Viewer;
  operator: OperatorStanding | null;
  /** `password`, or the ids of identity providers. */
  ways: string[];
  providers: { id: string; name: string }[];
  passkeys: Passkey[];
  secondFactor: SecondFactorView;
  linkedAccounts: LinkedAccount[];
  /** Why somebody came back from a provider with nothing linked. */
  linkProblem: LinkProblem | null;
  browsers: BrowserView[];
  devices: Device[];
  /** The person signed in too long ago to change the password or delete the account. */
  mustSignInAgain: boolean;
  /** When the server made this page. */
  renderedAt: number;
}

export function AccountPanel(props: AccountPanelProps) {
  const t = useTranslations("account");
  const { viewer, operator, ways, providers, mustSignInAgain, renderedAt } = props;
  const passkeys = usePasskeys(props.passkeys);
  const secondFactor = useSecondFactor(props.secondFactor);
  const linkedAccounts = useLinkedAccounts(props.linkedAccounts);
  const browsers = useBrowsers(props.browsers);
  const allDevices = useDevices(props.devices);
  const now = useNow(60_000, renderedAt);
  const devices = allDevices.filter((device) => !isOver(device, now)).length;
  const others = browsers.filter(({ isCurrent }) => !isCurrent).length;
  const hasPassword = ways.includes("password");
  return (
    <main>
      <h1 className="mt-7 text-question font-semibold tracking-[-0.025em] sm:mt-9 sm:text-question-wide">
        {t("title")}
      </h1>
      <p className="mt-1 text-body text-muted-foreground sm:text-base/6">{t("lead")}</p>
      {operator && <OperatorNote operator={operator} className="mt-6" />}
      <div className="mt-8 space-y-10 sm:mt-10 sm:space-y-12">
        <Section id="you" title={t("you.title")} lead={t("you.lead")}>
          <IdentityFacts viewer={viewer} hasPasskey={passkeys.length > 0} ways={ways} providers={providers} />
        </Section>
        {hasPassword && (
          <Section id="password" title={t("password.title")} lead={t("password.lead")}>
            <ChangePassword
              email={viewer.email}
              others={others}
              devices={devices}
              mustSignInAgain={mustSignInAgain}
            />
          </Section>
        )}
        <Section id="passkeys" title={t("passkeys.title")} lead={t("passkeys.lead")}>
          <Passkeys passkeys={passkeys} now={now} mustSignInAgain={mustSignInAgain} />
        </Section>
        {hasPassword && (
          <Section id="second-factor" title={t("secondFactor.title")} lead={t("secondFactor.lead")}>
            <SecondFactor email={viewer.email} state={secondFactor} mustSignInAgain={mustSignInAgain} />
          </Section>
        )}
        {(linkedAccounts.length > 0 || providers.length > 0) && (
          <Section id="linked" title={t("linked.title")} lead={t("linked.lead")}>
            <LinkedAccounts
              accounts={linkedAccounts}
              providers={providers}
              problem={props.linkProblem}
              mustSignInAgain={mustSignInAgain}
            />
          </Section>
        )}
        <Section id="browsers" title={t("browsers.title")} lead={t("browsers.lead")}>
          <BrowserList browsers={browsers} now={now} />
        </Section>
        <Section id="everywhere" title={t("everywhere.title")} lead={t("everywhere.lead")}>
          <SignOutEverywhere others={others} devices={devices} />
        </Section>
        <Section id="data" title={t("data.title")} lead={t("data.lead")}>
          <div className="flex flex-wrap gap-3 p-4 sm:p-5">
            <a
              href="/settings/account/export"
              download
              className={buttonVariants({ variant: "outline", size: "sm" })}
            >
              {t("data.account")}
            </a>
            <a
              href="/settings/activity/export"
              download
              className={buttonVariants({ variant: "outline", size: "sm" })}
            >
              {t("data.activity")}
            </a>
          </div>
        </Section>
        <Section id="delete" title={t("remove.title")} lead={t("remove.lead")}>
          <DeleteAccount
            email={viewer.email}
            hasPassword={hasPassword}
            mustSignInAgain={mustSignInAgain}
            browsers={browsers.length}
            devices={devices}
          />
        </Section>
      </div>
    </main>
  );
}
