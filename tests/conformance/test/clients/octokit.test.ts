import type { Host } from "@alprina/contract-tests/support/hosts";
import { createOAuthDeviceAuth } from "@octokit/auth-oauth-device";
import { request } from "@octokit/request";
import { cast } from "../../support/cast";
import { describeDeviceLogins, type Outcome } from "../../support/device-logins";
import { heardFor } from "../../support/hearing";
import { whoIs } from "../../support/who-is";

/** Octokit knows GitHub's paths alone; they are ours by the `fetch` that its request takes. */
const paths: Record<string, string> = {
  "/login/device/code": "/oauth/device_authorization",
  "/login/oauth/access_token": "/oauth/token",
};

const requestAt = (host: Host) =>
  request.defaults({
    baseUrl: host.url,
    request: {
      fetch: (url: string, init: RequestInit) => {
        const { pathname } = new URL(url);
        return fetch(host.url + (paths[pathname] ?? pathname), init);
      },
    },
  });

describeDeviceLogins("Octokit's device strategy", (host) => {
  return new Promise((resolve, reject) => {
    const auth = createOAuthDeviceAuth({
      clientType: "oauth-app",
      clientId: cast.own.id,
      scopes: ["profile", "email"],
      request: requestAt(host),
      onVerification: ({ device_code, user_code }) =>
        resolve({
          clientId: cast.own.id,
          deviceCode: device_code,
          userCode: user_code,
          heard: heardFor(device_code),
          outcome,
        }),
    });
    const outcome: Promise<Outcome> = auth({ type: "oauth" }).then(
      async ({ token }) => ({ subject: await whoIs(host, token) }),
      (error: { response?: { data: { error: string } } }) => {
        if (error.response) return { refused: error.response.data.error };
        throw error;
      },
    );
    outcome.catch(reject);
  });
});
