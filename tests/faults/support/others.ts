import { startOauth4webapi } from "@alprina/conformance-tests/support/clients/oauth4webapi";
import { startOpenidClient } from "@alprina/conformance-tests/support/clients/openid-client";
import type { WaitingLogin } from "@alprina/conformance-tests/support/device-logins";
import type { Host } from "@alprina/contract-tests/support/hosts";
import type { Person } from "@alprina/contract-tests/support/people";
import { expect } from "vitest";

const USUAL = ["authorization_pending", "token"];

/** One login each of two clients that end theirs at a single 503. */
export async function startOthers(host: Host): Promise<WaitingLogin[]> {
  const logins = await Promise.all([startOpenidClient(host), startOauth4webapi(host)]);
  // Whoever asks for the outcome is told; until then it is no unhandled rejection.
  for (const { outcome } of logins) outcome.catch(() => undefined);
  return logins;
}

/** A client of others has signed this person in, and was never told anything that would have ended its login. */
export async function expectUndisturbed({ outcome, heard }: WaitingLogin, { id }: Person): Promise<void> {
  expect(await outcome).toEqual({ subject: id });
  expect(heard().filter((word) => !USUAL.includes(word))).toEqual([]);
}
