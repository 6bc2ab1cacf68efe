import { call } from "@alprina/contract-tests/support/call";
import type { Host } from "@alprina/contract-tests/support/hosts";
import { expect } from "vitest";

/** Whose key this is, for clients that only fetch it. `/v1/auth/me` asks for no scope. */
export async function whoIs(host: Host, accessToken: string): Promise<string> {
  const reply = await call(host, "GET", "/v1/auth/me", {
    headers: { Authorization: `Bearer ${accessToken}` },
  });
  expect(reply.status, reply.text).toBe(200);
  return (reply.body as { user: { id: string } }).user.id;
}
