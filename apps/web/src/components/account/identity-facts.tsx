import type { ReactNode } from "react";
import type { Viewer } from "@/lib/person";

interface IdentityFactsProps {
  viewer: Viewer;
  ways: string[];
  providers: { id: string; name: string }[];
}

/** Who the person is, and how they sign in. */
export function IdentityFacts({ viewer, ways, providers }: IdentityFactsProps) {
  const nameOf = (id: string) => providers.find((provider) => provider.id === id)?.name ?? id;
  const named = ways.map((way) => (way === "password" ? "E-mail and password" : nameOf(way)));
  return (
    <dl className="divide-y">
      <Fact name="Name">{viewer.fullName ?? <span className="text-muted-foreground">not given</span>}</Fact>
      <Fact name="E-mail">{viewer.email}</Fact>
      <Fact name="You sign in with">
        {named.join(", ")}
        {!ways.includes("password") && (
          <span className="block text-sm/5 text-muted-foreground">
            There is no password here. To change how you sign in, go there.
          </span>
        )}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 px-4 py-3.5 sm:grid-cols-[10rem_minmax(0,1fr)] sm:px-5">
      <dt className="text-sm/6 text-muted-foreground">{name}</dt>
      <dd className="font-medium wrap-anywhere">{children}</dd>
    </div>
  );
}
