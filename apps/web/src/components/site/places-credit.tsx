/** Whose lists of places and networks a page shows something of: their licences ask for the name and a link. */
export function PlacesCredit() {
  return (
    <>
      Places and networks are by the lists of the <Owner href="https://www.nro.net/">NRO</Owner>,{" "}
      <Owner href="https://www.routeviews.org/">RouteViews</Owner> and{" "}
      <Owner href="https://db-ip.com/">DB-IP</Owner>, and can be wrong.
    </>
  );
}

function Owner({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} target="_blank" rel="noreferrer" className="link">
      {children}
    </a>
  );
}
