import type { ReactNode } from "react";
import { Day } from "@/components/time/day";
import { Moment } from "@/components/time/moment";
import type { PersonInDetail } from "@/trpc/client";

interface PersonFactsProps {
  person: PersonInDetail;
  providers: { id: string; name: string }[];
}

/** Who somebody is here, and how they sign in. */
export function PersonFacts({ person, providers }: PersonFactsProps) {
  const nameOf = (id: string) => providers.find((provider) => provider.id === id)?.name ?? id;
  const ways = person.waysToSignIn.map((way) => (way === "password" ? "E-mail and password" : nameOf(way)));
  return (
    <dl className="divide-y">
      <Fact name="E-mail">{person.email}</Fact>
      <Fact name="Signs in with">{ways.join(", ") || "Nothing"}</Fact>
      <Fact name="Here since">
        <Day date={person.createdAt} />
      </Fact>
      {person.operatorSince && (
        <Fact name="Operator since">
          <Day date={person.operatorSince} />
        </Fact>
      )}
      {person.lockedAt && (
        <Fact name="Locked since">
          <Moment date={person.lockedAt} />
        </Fact>
      )}
      <Fact name="Id">
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
