import * as client from "openid-client";
import { cast } from "../../support/cast";
import { describeDeviceLogins, type Outcome } from "../../support/device-logins";
import { heardFor } from "../../support/hearing";
import type { Host } from "@alprina/contract-tests/support/hosts";

async function discover(host: Host, algorithm: "oidc" | "oauth2" = "oidc"): Promise<client.Configuration> {
  return client.discovery(new URL(host.url), cast.own.id, undefined, client.None(), {
    algorithm,
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

describeDeviceLogins("openid-client", async (host) => {
  const config = await discover(host);
  const login = await client.initiateDeviceAuthorization(config, { scope: "openid email offline_access" });
  // A signal of its own: else the client stops by its own clock, a moment before the server would say so.
  const polling = client.pollDeviceAuthorizationGrant(config, login, undefined, {
    signal: AbortSignal.timeout(60_000),
  });
  return {
    clientId: cast.own.id,
    deviceCode: login.device_code,
    userCode: login.user_code,
    heard: heardFor(login.device_code),
    outcome: whoSignedIn(config, polling),
  };
});
