import { defaultGrantTypes, refusesClient, type Client, type GrantType } from "../domain/client";
import { ProductError } from "../domain/errors";
import type { Scope } from "../domain/scopes";
import { cleanText } from "../domain/text";
import type { Deps } from "./deps";

/** What is to be different. What is not named stays; a list takes the place of the former one. */
export interface ClientChanges {
  name?: string;
  /** Null for none. */
  logo?: string | null;
  /** With the first one the client may use authorization_code, and without any no more, unless `grantTypes` says. */
  redirectUris?: string[];
  grantTypes?: GrantType[];
  scopes?: Scope[];
}

const ATTEMPTS = 5;

/**
 * Changes a client: its id and its kind stay. Devices that are signed in keep what they were granted. Running
 * servers see it within five seconds.
 * @throws ProductError `invalid-input` for a client that is not there, and with what is wrong.
 */
export async function updateClient(
  { store }: Pick<Deps, "store">,
  id: string,
  changes: ClientChanges,
): Promise<Client> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const stored = await store.findClient(id);
    if (!stored) throw invalid(`There is no client "${id}".`);
    const { secretHash: _, ...before } = stored;
    const after = changed(before, changes);
    const why = refusesClient(after);
    if (why) throw invalid(why);
    if (await store.updateClient(before, after)) return after;
  }
  throw invalid(`Others are changing the client "${id}" at this moment. Nothing was changed: try again.`);
}

function changed(client: Client, changes: ClientChanges): Client {
  const { name, logo, redirectUris, grantTypes, scopes } = changes;
  const after = { ...client };
  if (name !== undefined) after.name = cleanText(name, 60) ?? "";
  if (logo !== undefined) after.logo = logo;
  if (scopes) after.scopes = scopes;
  if (redirectUris) {
    after.redirectUris = redirectUris;
    const hadSome = client.redirectUris.length > 0;
    if (client.kind !== "resource_server" && hadSome !== redirectUris.length > 0) {
      after.grantTypes = defaultGrantTypes(redirectUris).filter(
        (type) => type === "authorization_code" || client.grantTypes.includes(type),
      );
    }
  }
  if (grantTypes) after.grantTypes = grantTypes;
  return after;
}

const invalid = (message: string) => new ProductError("invalid-input", message);
