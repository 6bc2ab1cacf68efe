import { oauthPaths } from "../protocol/paths";
import { call, type Connection } from "./call";
import { BadResponseError } from "./errors";
import { expectBody, expectWebPage } from "./reply";
import { normalizeServer } from "./server-url";
import { serverMetadata } from "./wire-shapes";

/** Where a server says that its calls are (RFC 8414, OpenID Connect Discovery). */
export interface Endpoints {
  issuer: string;
  authorizationEndpoint: string;
  deviceAuthorizationEndpoint: string;
  tokenEndpoint: string;
  /** Whether the way back from the browser names the issuer (RFC 9207), and has to be compared. */
  namesIssuer: boolean;
}

/**
 * Asks a server where its calls are. It must call itself by the very URL that it was asked under (RFC 8414 §3.3), or
 * somebody could pass another's logins on to it.
 * @throws {RefusedError} status 404: it has no such document.
 * @throws {BadResponseError} it calls itself something else (`wrong-issuer`), is not there, or is not one.
 */
export async function discover(connection: Connection): Promise<Endpoints> {
  const reply = await call(connection, { method: "GET", path: oauthPaths.openidConfiguration });
  const wire = expectBody(reply, serverMetadata);
  const server = normalizeServer(connection.server);
  if (wire.issuer.replace(/\/+$/, "") !== server) {
    const message = `The server at ${server} calls itself ${wire.issuer}: use that URL.`;
    throw new BadResponseError(message, { reason: "wrong-issuer", status: 200 });
  }
  return {
    issuer: wire.issuer,
    authorizationEndpoint: expectWebPage(wire.authorization_endpoint),
    deviceAuthorizationEndpoint: expectWebPage(wire.device_authorization_endpoint),
    tokenEndpoint: expectWebPage(wire.token_endpoint),
    namesIssuer: wire.authorization_response_iss_parameter_supported ?? false,
  };
}
