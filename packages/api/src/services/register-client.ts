import {
  defaultGrantTypes,
  refusesClient,
  type Client,
  type ClientKind,
  type GrantType,
} from "../domain/client";
import { ProductError } from "../domain/errors";
import { allScopes, type Scope } from "../domain/scopes";
import { cleanText } from "../domain/text";
import type { Deps } from "./deps";

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
  const signsIn = kind !== "resource_server";
  const client = {
    id,
    kind,
    name: cleanText(input.name, 60) ?? "",
    logo,
    grantTypes: input.grantTypes ?? (signsIn ? defaultGrantTypes(redirectUris) : []),
    scopes: input.scopes ?? (signsIn ? allScopes : []),
    redirectUris,
    createdAt,
  };
  const why = refusesClient(client);
  if (why) throw invalid(why);
  return client;
}

const invalid = (message: string) => new ProductError("invalid-input", message);
