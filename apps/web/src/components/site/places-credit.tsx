import type { ReactNode } from "react";
import { useTranslations } from "#translations";

/** Whose lists of places and networks a page shows something of: their licences ask for the name and a link. */
export function PlacesCredit() {
  const t = useTranslations("site");
  return t.rich("credit", {
    nro: (name) => <Owner href="https://www.nro.net/">{name}</Owner>,
    routeviews: (name) => <Owner href="https://www.routeviews.org/">{name}</Owner>,
    dbip: (name) => <Owner href="https://db-ip.com/">{name}</Owner>,
  });
}

function Owner({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noreferrer" className="link">
      {children}
    </a>
  );
}
