import type { Metadata } from "next";
import { AccountPanel } from "@/components/account/account-panel";
import { publicConfig } from "@/env";
import { viewerOf } from "@/lib/person";
import { requestTime } from "@/lib/request-time";
import { currentOperator, requirePerson } from "@/server/current-person";
import { serverCaller } from "@/trpc/server";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const person = await requirePerson("/settings/account");
  const api = await serverCaller();
  const [operator, browsers, devices, ways, mustSignInAgain] = await Promise.all([
    currentOperator(),
    api.sessions.list(),
    api.devices.list(),
    api.me.waysToSignIn(),
    api.me.mustSignInAgain(),
  ]);
  return (
    <AccountPanel
      viewer={viewerOf(person, operator)}
      operator={operator}
      ways={ways}
      providers={publicConfig().signInWays.providers}
      browsers={browsers}
      devices={devices}
      mustSignInAgain={mustSignInAgain}
      renderedAt={await requestTime()}
    />
  );
}
