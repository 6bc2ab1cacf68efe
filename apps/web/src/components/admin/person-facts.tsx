import type { ReactNode } from "react";
import { useLocale, useTranslations } from "#translations";
import { Day } from "@/components/time/day";
import { Moment } from "@/components/time/moment";
import { listed } from "@/lib/listed";
import type { PersonInDetail } from "@/trpc/client";

interface PersonFactsProps {
  person: PersonInDetail;
  providers: { id: string; name: string }[];
}

/** Who somebody is here, and how they sign in. */
export function PersonFacts({ person, providers }: PersonFactsProps) {
  const t = useTranslations("admin.person");
  const account = useTranslations("account");
  const password = account("you.password");
  const language = useLocale();
  const nameOf = (id: string) => providers.find((provider) => provider.id === id)?.name ?? id;
  const ways = person.waysToSignIn.map((way) => (way === "password" ? password : nameOf(way)));
  return (
    <dl className="divide-y">
      <Fact name={t("email")}>{person.email}</Fact>
      <Fact name={t("ways")}>{listed(ways, language) || t("noWay")}</Fact>
      <Fact name={account("passkeys.title")}>{person.passkeys.toLocaleString(language)}</Fact>
      <Fact name={account("secondFactor.title")}>
        {account(person.hasSecondFactor ? "secondFactor.on" : "secondFactor.off")}
      </Fact>
      <Fact name={t("since")}>
        <Day date={person.createdAt} />
      </Fact>
      {person.operatorSince && (
        <Fact name={t("operatorSince")}>
          <Day date={person.operatorSince} />
        </Fact>
      )}
      {person.lockedAt && (
        <Fact name={t("lockedSince")}>
          <Moment date={person.lockedAt} />
        </Fact>
      )}
      <Fact name={t("id")}>
        <code className="font-mono text-sm font-normal">{person.id}</code>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 px-4 py-3 sm:grid-cols-[10rem_minmax(0,1fr)] sm:px-5">
      <dt className="text-sm/6 text-muted-foreground">{name}</dt>
      <dd className="font-medium wrap-anywhere">{children}</dd>
    </div>
  );
}
