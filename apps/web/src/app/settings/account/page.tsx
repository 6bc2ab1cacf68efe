import type { Metadata } from "next";
import { AccountPanel } from "@/components/account/account-panel";
import { publicConfig } from "@/env";
import { explainLinkError } from "@/lib/provider-error";
import { translations } from "@/i18n/request";
import { Translated } from "@/i18n/translated";
import { viewerOf } from "@/lib/person";
import { requestTime } from "@/lib/request-time";
import { currentOperator, requirePerson } from "@/server/current-person";
import { serverCaller } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations("account"))("tab") };
}

export default async function AccountPage({ searchParams }: PageProps<"/settings/account">) {
  const { error } = await searchParams;
  const person = await requirePerson("/settings/account");
  const api = await serverCaller();
  const [operator, passkeys, secondFactor, linkedAccounts, browsers, devices, ways, mustSignInAgain] =
    await Promise.all([
      currentOperator(),
      api.passkeys.list(),
      api.secondFactor.get(),
      api.linkedAccounts.list(),
      api.sessions.list(),
      api.devices.list(),
      api.me.waysToSignIn(),
      api.me.mustSignInAgain(),
    ]);
  return (
    <Translated areas={["account", "devices", "session"]}>
      <AccountPanel
        viewer={viewerOf(person, operator)}
        operator={operator}
        ways={ways}
        providers={publicConfig().signInWays.providers}
        passkeys={passkeys}
        secondFactor={secondFactor}
        linkedAccounts={linkedAccounts}
        linkProblem={explainLinkError(error)}
        browsers={browsers}
        devices={devices}
        mustSignInAgain={mustSignInAgain}
        renderedAt={await requestTime()}
      />
    </Translated>
  );
}
