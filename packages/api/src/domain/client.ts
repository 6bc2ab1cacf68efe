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
