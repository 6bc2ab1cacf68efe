import { setTimeout as sleep } from "node:timers/promises";
import type { Host } from "@alprina/contract-tests/support/hosts";
import * as oauth from "oauth4webapi";
import type { Outcome, StartLogin } from "../device-logins";
import { heardFor } from "../hearing";
import { ids } from "../ids";

const insecure = { [oauth.allowInsecureRequests]: true };
const client: oauth.Client = { client_id: ids.own };

async function discover(host: Host): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(host.url);
  const response = await oauth.discoveryRequest(issuer, { algorithm: "oauth2", ...insecure });
  return oauth.processDiscoveryResponse(issuer, response);
}

/** The loop of its example `device_authorization_grant.ts`. */
async function poll(
  as: oauth.AuthorizationServer,
  { device_code, interval = 5 }: oauth.DeviceAuthorizationResponse,
): Promise<Outcome> {
  for (let seconds = interval; ;) {
    await sleep(seconds * 1000);
    const response = await oauth.deviceCodeGrantRequest(as, client, oauth.None(), device_code, insecure);
    try {
      const tokens = await oauth.processDeviceCodeResponse(as, client, response);
      await oauth.validateApplicationLevelSignature(as, response, insecure);
      const subject = oauth.getValidatedIdTokenClaims(tokens)?.sub ?? "";
      const userinfo = await oauth.userInfoRequest(as, client, tokens.access_token, insecure);
      return { subject: (await oauth.processUserInfoResponse(as, client, subject, userinfo)).sub };
    } catch (error) {
      if (!(error instanceof oauth.ResponseBodyError)) throw error;
      if (error.error === "slow_down") seconds += 5;
      else if (error.error !== "authorization_pending") return { refused: error.error };
    }
  }
}

/** A device login of oauth4webapi's. */
export const startOauth4webapi: StartLogin = async (host) => {
  const as = await discover(host);
  const request = await oauth.deviceAuthorizationRequest(
    as,
    client,
    oauth.None(),
    { scope: "openid email" },
    insecure,
  );
  const login = await oauth.processDeviceAuthorizationResponse(as, client, request);
  return {
    clientId: client.client_id,
    deviceCode: login.device_code,
    userCode: login.user_code,
    heard: heardFor(login.device_code),
    outcome: poll(as, login),
  };
};
