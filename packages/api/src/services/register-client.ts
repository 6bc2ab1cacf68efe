import { CLIENT_ID, type Client, type ClientKind, type GrantType } from "../domain/client";
import { ProductError } from "../domain/errors";
import { refusesRedirectUri } from "../domain/redirect-uri";
import { allScopes, type Scope } from "../domain/scopes";
import { cleanText } from "../domain/text";
import type { Deps } from "./deps";

const LOGO = /^data:image\/(?:png|jpeg|webp|svg\+xml);base64,[A-Za-z0-9+/=]+$/;
const MAX_LOGO_CHARACTERS = 64 * 1024;

export interface RegisterClientInput {
  kind: ClientKind;
  id: string;
  name: string;
  /** A `data:` URL of a PNG, JPEG, WebP or SVG, 48 KB at most. */
  logo?: string;
  redirectUris?: string[];
  /** Without it: device_code and refresh_token, and authorization_code when there is a redirect URI. */
  grantTypes?: GrantType[];
  /** Without it: all that there are. */
  scopes?: Scope[];
}

/** The client, and the secret of one that has a secret: it is shown this once. */
export interface RegisteredClient {
  client: Client;
  clientSecret: string | null;
}

/**
 * Adds a client (RFC 6749 §2) or a resource server (RFC 7662).
 * @throws ProductError `invalid-input` that names what is wrong, also when the id is taken.
 */
export async function registerClient(
  { store, secrets, now }: Pick<Deps, "store" | "secrets" | "now">,
  input: RegisterClientInput,
): Promise<RegisteredClient> {
  const client = checked(input, now());
  const { clientSecret, secretHash } =
    client.kind === "public" ? { clientSecret: null, secretHash: null } : secrets.mintClientSecret();
  if (!(await store.insertClient({ ...client, secretHash }))) {
    throw invalid(`There is a client "${client.id}" already. Choose another id, or remove that one first.`);
  }
  return { client, clientSecret };
}

function checked(input: RegisterClientInput, createdAt: Date): Client {
  const { kind, id, logo = null, redirectUris = [] } = input;
  const name = cleanText(input.name, 60);
  if (!CLIENT_ID.test(id))
    throw invalid("An id is letters, digits, dots, dashes and underscores, 100 at most.");
  if (!name) throw invalid("A client needs a name of at least one visible character.");
  if (logo !== null && (!LOGO.test(logo) || logo.length > MAX_LOGO_CHARACTERS)) {
    throw invalid("A logo is a PNG, JPEG, WebP or SVG of 48 KB at most.");
  }
  for (const uri of redirectUris) {
    const why = refusesRedirectUri(uri);
    if (why) throw invalid(`The redirect URI ${uri} ${why}.`);
  }
  if (kind === "resource_server") {
    if (redirectUris.length > 0 || input.grantTypes || input.scopes) {
      throw invalid("A resource server signs nobody in: it takes no redirect URI, grant type or scope.");
    }
    return { id, kind, name, logo, grantTypes: [], scopes: [], redirectUris: [], createdAt };
  }
  const grantTypes = input.grantTypes ?? defaultGrantTypes(redirectUris);
  if (grantTypes.includes("authorization_code") && redirectUris.length === 0) {
    throw invalid(
      "The grant type authorization_code needs a redirect URI, such as http://127.0.0.1/callback.",
    );
  }
  return { id, kind, name, logo, grantTypes, scopes: input.scopes ?? allScopes, redirectUris, createdAt };
}

function defaultGrantTypes(redirectUris: string[]): GrantType[] {
  return [
    "device_code",
    ...(redirectUris.length > 0 ? (["authorization_code"] as const) : []),
    "refresh_token",
  ];
}

const invalid = (message: string) => new ProductError("invalid-input", message);
