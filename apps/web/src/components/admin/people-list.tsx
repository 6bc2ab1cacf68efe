"use client";

import Link from "next/link";
import { useTranslations } from "#translations";
import { EmailAddress } from "@/components/site/email-address";
import { Day } from "@/components/time/day";
import { Card } from "@/components/ui/card";
import { initials } from "@/lib/person";
import { trpc, type PeoplePage } from "@/trpc/client";
import { LoadMore } from "./load-more";
import { PersonBadges } from "./person-badges";
import { usePages } from "./use-pages";

interface PeopleListProps {
  first: PeoplePage;
  filter: { words?: string; which?: "locked" | "operators" };
}

/** Everybody, who came last first. */
export function PeopleList({ first, filter }: PeopleListProps) {
  const t = useTranslations("admin.people");
  const label = useTranslations("admin.tabs")("people");
  const pages = usePages(first, (cursor) => trpc.admin.people.list.query({ ...filter, cursor }));
  return (
    <div>
      <Card className="mt-3 overflow-hidden">
        <ul aria-label={label} className="divide-y">
          {pages.items.map((person) => (
            <li key={person.id} data-row={person.id} tabIndex={-1}>
              <Link
                href={`/admin/people/${person.id}`}
                prefetch={false}
                className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-1 px-4 py-3.5 transition-colors hover:bg-muted focus-visible:-outline-offset-2 sm:px-5 lg:grid-cols-[auto_minmax(0,1.6fr)_minmax(0,1fr)_9rem]"
              >
                <span
                  aria-hidden
                  translate="no"
                  className="grid size-10 place-items-center self-start rounded-full border bg-muted text-sm font-semibold text-muted-foreground"
                >
                  {initials(person)}
                </span>
                <span className="min-w-0">
                  <span className="block font-semibold wrap-anywhere">
                    <bdi>{person.fullName ?? person.email}</bdi> <PersonBadges person={person} />
                  </span>
                  {person.fullName && (
                    <span className="block text-sm/5 text-muted-foreground">
                      <EmailAddress address={person.email} />
                    </span>
                  )}
                </span>
                <span className="col-start-2 text-sm/5 text-muted-foreground lg:col-start-3">
                  {t("browsers", { count: person.browsers })} · {t("devices", { count: person.devices })}
                </span>
                <span className="col-start-2 text-sm/5 text-muted-foreground lg:col-start-4 lg:text-right">
                  {t.rich("since", { time: () => <Day date={person.createdAt} /> })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </Card>
      <LoadMore pages={pages} shown={t("shown", { count: pages.items.length })} />
    </div>
  );
}
