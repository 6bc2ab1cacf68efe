import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Section } from "@/components/account/section";
import { AdminHeading } from "@/components/admin/admin-heading";
import { BrowserEntries } from "@/components/admin/browser-entries";
import { EventList } from "@/components/admin/event-list";
import { PersonActions } from "@/components/admin/person-actions";
import { PersonBadges } from "@/components/admin/person-badges";
import { PersonDevices } from "@/components/admin/person-devices";
import { PersonFacts } from "@/components/admin/person-facts";
import { TooOld } from "@/components/site/too-old";
import { publicConfig } from "@/env";
import { translations } from "@/i18n/request";
import { requestTime } from "@/lib/request-time";
import { requireOperator } from "@/server/current-person";
import { operatorTitle } from "@/server/operator-title";
import { findPerson } from "@/server/operated-person";
import { serverCaller } from "@/trpc/server";

export const generateMetadata = (): Promise<Metadata> => operatorTitle("person");

const EVENTS = 10;

export default async function PersonPage({ params }: PageProps<"/admin/people/[id]">) {
  const operator = await requireOperator();
  const { id } = await params;
  const api = await serverCaller();
  const person = await findPerson(api, id);
  if (!person) notFound();
  const [events, mustSignInAgain] = await Promise.all([
    api.admin.activity.list({ person: { id }, limit: EVENTS }),
    api.me.mustSignInAgain(),
  ]);
  const t = await translations("admin");
  const renderedAt = await requestTime();
  const isSelf = person.id === operator.id;
  return (
    <main>
      <Link href="/admin/people" className="link mt-6 inline-block text-sm text-muted-foreground">
        {t("tabs.people")}
      </Link>
      <div className="-mt-5 sm:-mt-7">
        <AdminHeading title={<bdi>{person.fullName ?? person.email}</bdi>}>
          {person.fullName && <span className="wrap-anywhere">{person.email}</span>}{" "}
          <PersonBadges person={person} />
        </AdminHeading>
      </div>
      {mustSignInAgain && <TooOld to="changeThis" returnTo={`/admin/people/${id}`} className="mt-6" />}
      <div className="mt-8 space-y-10 sm:mt-10 sm:space-y-12">
        <Section title={t("person.account")} lead={t("person.accountLead")}>
          <PersonFacts person={person} providers={publicConfig().signInWays.providers} />
        </Section>
        <Section title={t("person.actions")} lead={t("person.actionsLead")}>
          {isSelf ? (
            <p className="px-4 py-3.5 text-body sm:px-5">
              {t.rich("person.isYou", {
                link: (words) => (
                  <Link href="/settings/account" className="link">
                    {words}
                  </Link>
                ),
              })}
            </p>
          ) : (
            <PersonActions person={person} />
          )}
        </Section>
        <Section title={t("person.browsers")} lead={t("person.browsersLead")}>
          <BrowserEntries browsers={person.sessions} renderedAt={renderedAt} />
        </Section>
        <section aria-labelledby="devices">
          <h2 id="devices" className="text-lg/6 font-semibold tracking-tight">
            {t("person.devices")}
          </h2>
          <PersonDevices person={person} renderedAt={renderedAt} />
        </section>
        <section aria-labelledby="activity">
          <h2 id="activity" className="text-lg/6 font-semibold tracking-tight">
            {t("person.activity")}
          </h2>
          {events.items.length === 0 ? (
            <p className="mt-2 text-muted-foreground">{t("person.noActivity")}</p>
          ) : (
            <EventList
              key={events.items[0]?.id}
              first={events}
              filter={{ person: { id } }}
              renderedAt={renderedAt}
            />
          )}
        </section>
      </div>
    </main>
  );
}
