import { procedure } from "@alprina/contract-tests/support/flows";
import type { Host } from "@alprina/contract-tests/support/hosts";
import type { Person } from "@alprina/contract-tests/support/people";
import { z } from "zod";

const answer = z.union([
  z.object({ kind: z.literal("answered"), redirectTo: z.string() }),
  z.object({ kind: z.literal("unusable"), why: z.string() }),
]);
export type PageAnswer = z.infer<typeof answer>;

/**
 * What becomes of a client's authorization URL when this person clicks: the procedure behind the page, with what
 * the page reads from the URL.
 */
export function click(
  host: Host,
  person: Person,
  authorizationUrl: URL | string,
  decision: "approve" | "deny" = "approve",
): Promise<PageAnswer> {
  const { searchParams: query } = new URL(authorizationUrl);
  const read = (name: string) => query.get(name) ?? undefined;
  const request = {
    clientId: read("client_id"),
    redirectUri: read("redirect_uri"),
    responseType: read("response_type"),
    responseMode: read("response_mode"),
    scope: read("scope"),
    state: read("state"),
    nonce: read("nonce"),
    prompt: read("prompt"),
    codeChallenge: read("code_challenge"),
    codeChallengeMethod: read("code_challenge_method"),
    hasRequestObject: query.has("request") || query.has("request_uri"),
    repeated: [...new Set(query.keys())].filter((name) => query.getAll(name).length > 1),
  };
  return procedure(host, person, "authorizations.decide", { request, decision }, answer);
}

/** The address that the browser is sent to after the click. @throws when it is sent nowhere. */
export async function clickThrough(...args: Parameters<typeof click>): Promise<URL> {
  const came = await click(...args);
  if (came.kind === "unusable") throw new Error(came.why);
  return new URL(came.redirectTo);
}
