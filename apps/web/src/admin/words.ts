import type { Client, ClientKind } from "@alprina/api";

/** What a kind of client is called in lists. */
export const kindName: Record<ClientKind, string> = {
  public: "public",
  confidential: "confidential",
  resource_server: "resource server",
};

export function devicesInWords(count: number): string {
  if (count === 0) return "no device";
  return count === 1 ? "1 device" : `${count} devices`;
}

/** `2 browsers and 1 device`; `nothing`. */
export function signedInInWords({ sessions, devices }: { sessions: number; devices: number }): string {
  const parts = [
    ...(sessions > 0 ? [sessions === 1 ? "1 browser" : `${sessions} browsers`] : []),
    ...(devices > 0 ? [devicesInWords(devices)] : []),
  ];
  return parts.join(" and ") || "nothing";
}

/** What a client is and may do, by name. */
export function clientFacts(client: Client): [string, string | string[]][] {
  const { kind, id, name, logo, grantTypes, scopes, redirectUris } = client;
  const own: [string, string | string[]][] = [
    ["Client id", id],
    ["Name", name],
    ["Kind", kindName[kind]],
    ["Logo", logo === null ? "none" : "yes"],
  ];
  if (kind === "resource_server") return own;
  return [
    ...own,
    ["Grant types", grantTypes],
    ["Scopes", scopes],
    ["Redirects", redirectUris.length > 0 ? redirectUris : "none"],
  ];
}

/** A client for programs: a logo would be up to 64 KB of letters. */
export function clientJson<T extends Client>({ logo, ...client }: T) {
  return { ...client, hasLogo: logo !== null };
}
