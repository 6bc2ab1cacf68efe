import { refusesRedirectUri } from "./redirect-uri";
import type { Scope } from "./scopes";

/** What a client can prove of itself (RFC 6749 §2.1); a resource server only asks about keys (RFC 7662). */
export type ClientKind = "public" | "confidential" | "resource_server";

export const grantTypes = ["device_code", "authorization_code", "refresh_token"] as const;
/** The ways to a key that a client may use. */
export type GrantType = (typeof grantTypes)[number];

/** A registered program. */
export interface Client {
  id: string;
  kind: ClientKind;
  name: string;
  /** A `data:` URL. */
  logo: string | null;
  grantTypes: GrantType[];
  scopes: Scope[];
  redirectUris: string[];
  createdAt: Date;
}

/** What may be a client's id: it travels in URLs, forms and Basic headers, where anything else would need care. */
export const CLIENT_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

const LOGO = /^data:image\/(?:png|jpeg|webp|svg\+xml);base64,([A-Za-z0-9+/=]+)$/;
/** 48 KB, which base64 makes a third longer. */
const MAX_LOGO_CHARACTERS = 64 * 1024;

/**
 * Why there cannot be such a client, as a sentence for the operator; null when there can. Its name has been
 * cleaned before.
 */
export function refusesClient(client: Omit<Client, "createdAt">): string | null {
  const { kind, id, name, logo, redirectUris, grantTypes, scopes } = client;
  if (!CLIENT_ID.test(id)) return "An id is letters, digits, dots, dashes and underscores, 100 at most.";
  if (!name) return "A client needs a name of at least one visible character.";
  if (logo !== null && !isLogo(logo)) return "A logo is a PNG, JPEG, WebP or SVG of 48 KB at most.";
  for (const uri of redirectUris) {
    const why = refusesRedirectUri(uri);
    if (why) return `The redirect URI ${uri} ${why}.`;
  }
  if (kind === "resource_server" && redirectUris.length + grantTypes.length + scopes.length > 0) {
    return "A resource server signs nobody in: it takes no redirect URI, grant type or scope.";
  }
  if (kind !== "resource_server" && grantTypes.length === 0) {
    return "A client that signs people in needs a grant type, such as device_code.";
  }
  if (grantTypes.includes("authorization_code") && redirectUris.length === 0) {
    return "The grant type authorization_code needs a redirect URI, such as http://127.0.0.1/callback.";
  }
  return null;
}

/** What a client may use that was not told otherwise: the browser beside it needs somewhere to return to. */
export function defaultGrantTypes(redirectUris: string[]): GrantType[] {
  return grantTypes.filter((type) => type !== "authorization_code" || redirectUris.length > 0);
}

function isLogo(url: string): boolean {
  return (LOGO.exec(url)?.[1]?.length ?? Infinity) <= MAX_LOGO_CHARACTERS;
}
