import type { WaitingLogin } from "@alprina/conformance-tests/support/device-logins";
import type { Person } from "@alprina/contract-tests/support/people";
import { expect } from "vitest";

const USUAL = ["authorization_pending", "token"];

/** A client of others has signed this person in, and was never told anything that would have ended its login. */
export async function expectUndisturbed({ outcome, heard }: WaitingLogin, { id }: Person): Promise<void> {
  expect(await outcome).toEqual({ subject: id });
  expect(heard().filter((word) => !USUAL.includes(word))).toEqual([]);
}
