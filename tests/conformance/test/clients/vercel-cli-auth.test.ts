import { setTimeout as sleep } from "node:timers/promises";
import { approve } from "@alprina/contract-tests/support/flows";
import type { Host } from "@alprina/contract-tests/support/hosts";
import { signUp } from "@alprina/contract-tests/support/people";
import { isOAuthError, OAuth } from "@vercel/cli-auth/oauth.js";
import { expect, it } from "vitest";
import { cast, server } from "../../support/cast";
import { describeDeviceLogins, type Outcome } from "../../support/device-logins";
import { heardFor } from "../../support/hearing";
import { whoIs } from "../../support/who-is";

const open = (host: Host) =>
  OAuth({ issuer: new URL(host.url), clientId: cast.own.id, userAgent: "conformance" }).init();
type Client = Awaited<ReturnType<typeof open>>;

/** The loop of Vercel's own command line, around the package's calls. */
async function poll(client: Client, device_code: string, interval: number) {
  for (let seconds = interval; ;) {
    const [failure, response] = await client.deviceAccessTokenRequest(device_code);
    if (failure) throw failure;
    const [error, tokens] = await client.processTokenResponse(response);
    if (tokens) return tokens;
    if (!isOAuthError(error)) throw new Error("The reply is not one that it knows", { cause: error });
    if (error.code === "slow_down") seconds += 5;
    else if (error.code !== "authorization_pending") throw error;
    await sleep(seconds * 1000);
  }
}

async function outcomeOf(host: Host, login: ReturnType<typeof poll>): Promise<Outcome> {
  try {
    return { subject: await whoIs(host, (await login).access_token) };
  } catch (error) {
    if (isOAuthError(error)) return { refused: error.code };
    throw error;
  }
}

describeDeviceLogins("@vercel/cli-auth", async (host) => {
  const client = await open(host);
  const { device_code, user_code, interval } = await client.deviceAuthorizationRequest();
  return {
    clientId: cast.own.id,
    deviceCode: device_code,
    userCode: user_code,
    heard: heardFor(device_code),
    outcome: outcomeOf(host, poll(client, device_code, interval)),
  };
});

it("@vercel/cli-auth: refreshes, and revokes what it has", async () => {
  const ada = await signUp(server, "Ada Lovelace");
  const client = await open(server);
  const login = await client.deviceAuthorizationRequest();
  await approve(server, ada, login.user_code);
  const first = await poll(client, login.device_code, login.interval);
  const second = await client.refreshToken(first.refresh_token ?? "");
  expect(await whoIs(server, second.access_token)).toBe(ada.id);
  expect(await client.revokeToken(second.refresh_token ?? "")).toBeUndefined();
  await expect(client.refreshToken(second.refresh_token ?? "")).rejects.toMatchObject({
    code: "invalid_grant",
  });
});
