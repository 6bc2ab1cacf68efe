import type { Host } from "@alprina/contract-tests/support/hosts";
import * as client from "openid-client";
import type { Outcome, StartLogin } from "../device-logins";
import { heardFor } from "../hearing";
import { ids } from "../ids";

async function discover(host: Host): Promise<client.Configuration> {
  return client.discovery(new URL(host.url), ids.own, undefined, client.None(), {
    // A server on this machine has no certificate; nothing else is relaxed.
    // ID tokens are checked against the published keys, which the client leaves out unless it is told to.
    execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks],
  });
}

async function whoSignedIn(
  config: client.Configuration,
  login: Promise<client.TokenEndpointResponse & client.TokenEndpointResponseHelpers>,
): Promise<Outcome> {
  try {
    const tokens = await login;
    const subject = tokens.claims()?.sub ?? "";
    return { subject: (await client.fetchUserInfo(config, tokens.access_token, subject)).sub };
  } catch (error) {
    if (error instanceof client.ResponseBodyError) return { refused: error.error };
    throw error;
  }
}

/** A device login of openid-client's, as its documentation says. */
export const startOpenidClient: StartLogin = async (host) => {
  const config = await discover(host);
  const login = await client.initiateDeviceAuthorization(config, { scope: "openid email offline_access" });
  // A signal of its own: else the client stops by its own clock, a moment before the server would say so.
  const polling = client.pollDeviceAuthorizationGrant(config, login, undefined, {
    signal: AbortSignal.timeout(60_000),
  });
  return {
    clientId: ids.own,
    deviceCode: login.device_code,
    userCode: login.user_code,
    heard: heardFor(login.device_code),
    outcome: whoSignedIn(config, polling),
  };
};
