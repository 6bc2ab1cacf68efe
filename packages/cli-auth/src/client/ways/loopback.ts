import { host } from "#host";

import { oauthGrants } from "../../protocol/paths";
import { orAborted, sleep } from "../abort";
import type { Credential } from "../credential";
import { expiredError } from "../deadline";
import { toWireFacts } from "../device-facts";
import type { Endpoints } from "../discover";
import { BadResponseError, RefusedError } from "../errors";
import type { LoopbackListener, Visit } from "../host";
import type { LoginOptions } from "../login-options";
import { createPkce, randomText } from "../pkce";
import { withRetries } from "../retry";
import { askToken, credentialOf, OWN_CLIENT_ID } from "../token-credential";
import { openPage } from "./open-page";

const PATH = "/callback";
/** As long as a code of the device flow lives: the page itself has no end. */
const PATIENCE_SECONDS = 900;

/** The browser could not be opened, so nobody will come back from it. */
export class NoBrowser extends Error {}

/**
 * The browser on this machine: it asks, and comes back to a port that only this machine reaches (RFC 8252, RFC 7636).
 * Nothing has to be compared, and nobody elsewhere can be made to approve it.
 * @throws {NoBrowser} none could be opened, and the caller may go another way.
 */
export async function loginByLoopback(options: LoginOptions, endpoints: Endpoints): Promise<Credential> {
  const listener = await host.listen(PATH);
  try {
    return await walk(options, endpoints, listener);
  } finally {
    listener.close();
  }
}

async function walk(
  options: LoginOptions,
  endpoints: Endpoints,
  listener: LoopbackListener,
): Promise<Credential> {
  const { signal, way, clientId = OWN_CLIENT_ID } = options;
  const state = randomText();
  const { verifier, challenge } = await createPkce();
  const visited = listener.visit(state);
  const url = authorizationUrl(options, endpoints, {
    client_id: clientId,
    redirect_uri: listener.redirectUri,
    state,
    code_challenge: challenge,
  });
  await orAborted(options.onPrompt({ way: "loopback", url, expiresInSeconds: PATIENCE_SECONDS }), signal);
  // Forced, it may be opened by hand.
  if (!(await openPage(options, url)) && way !== "loopback") throw new NoBrowser();

  options.onProgress?.({ kind: "waiting", pauseSeconds: 0 });
  const visit = await inTime(visited, signal);
  try {
    const code = codeOf(visit, endpoints);
    const reply = await withRetries(options, () =>
      askToken(
        options,
        {
          grant_type: oauthGrants.authorizationCode,
          client_id: clientId,
          code,
          redirect_uri: listener.redirectUri,
          code_verifier: verifier,
        },
        { url: endpoints.tokenEndpoint },
      ),
    );
    const credential = await credentialOf(reply, options, clientId);
    const { name } = credential.device;
    visit.answer({
      title: "You are signed in",
      text: `Go back to the terminal on ${name}. You can close this tab.`,
    });
    return credential;
  } catch (error) {
    visit.answer(pageOf(error));
    throw error;
  }
}

function authorizationUrl(
  options: LoginOptions,
  { authorizationEndpoint }: Endpoints,
  own: Record<string, string>,
) {
  const url = new URL(authorizationEndpoint);
  const fields = { response_type: "code", code_challenge_method: "S256", ...own, scope: options.scope };
  for (const [name, value] of Object.entries({ ...fields, ...toWireFacts(options) })) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url.href;
}

/** RFC 6749 §4.1.2, and RFC 9207: another server's answer must not be taken for this one's. */
function codeOf({ parameters }: Visit, { issuer, namesIssuer }: Endpoints): string {
  const sentBy = parameters.get("iss");
  if (sentBy === null ? namesIssuer : sentBy !== issuer) {
    throw new BadResponseError("The browser came back from another server than the one that was asked.", {
      reason: "wrong-issuer",
    });
  }
  const error = parameters.get("error");
  if (error !== null) {
    throw new RefusedError(parameters.get("error_description") ?? `The server refused: ${error}.`, {
      code: error,
    });
  }
  const code = parameters.get("code");
  if (!code) throw new BadResponseError("The browser came back without a code.", { reason: "wrong-shape" });
  return code;
}

function pageOf(error: unknown): { title: string; text: string } {
  if (error instanceof RefusedError && error.code === "access_denied") {
    return { title: "Denied", text: "Nothing was signed in. You can close this tab." };
  }
  return { title: "You are not signed in", text: "The terminal says why. You can close this tab." };
}

/** A page that is left open must not keep a terminal waiting for ever. */
async function inTime(visited: Promise<Visit>, signal: AbortSignal | undefined): Promise<Visit> {
  const stop = new AbortController();
  const over = sleep(PATIENCE_SECONDS * 1000, stop.signal).then(() => undefined);
  over.catch(() => undefined);
  const visit = await orAborted(Promise.race([visited, over]), signal).finally(() => stop.abort());
  if (visit === undefined) throw expiredError();
  return visit;
}
