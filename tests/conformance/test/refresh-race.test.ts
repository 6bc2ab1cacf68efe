import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { countKeys, sha256, sql } from "@alprina/contract-tests/support/database";
import { signUp } from "@alprina/contract-tests/support/people";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { cast, server } from "../support/cast";
import { refresh, signInByDevice } from "../support/logins";
import { expectError, isGood, read, tokenReply } from "../support/oauth";
import { clientFile } from "../support/programs";

/** RFC 9700 §4.14.2, and contract §3: processes of one command line share a refresh token and use it at once. */

const { own } = cast;
const said = z.object({ status: z.literal(200), body: tokenReply });

/** A process of its own that renews at this moment; what it was answered. */
async function renewInProcess(refreshToken: string, atMs: number) {
  const args = [clientFile("refresh.mjs"), `${server.url}/oauth/token`, own.id, String(atMs)];
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(refreshToken);
  const [output] = await Promise.all([text(child.stdout), once(child, "close")]);
  return said.parse(JSON.parse(output)).body;
}

/** Lets the use of a refresh token have been so many seconds ago. */
async function letPass(refreshToken: string, seconds: number): Promise<void> {
  const rows = await sql(
    server,
    "UPDATE refresh_token SET rotated_at = rotated_at - make_interval(secs => $2) WHERE token_hash = $1 RETURNING 1",
    [sha256(refreshToken), seconds],
  );
  expect(rows).toHaveLength(1);
}

describe.concurrent("refreshing", () => {
  it("ten processes with one refresh token at once get the same successor and one device; used again a minute later, it ends them all", async () => {
    const ada = await signUp(server, "Ada Lovelace");
    const { refresh_token = "" } = await signInByDevice(own, ada, "openid offline_access");
    const atMs = Date.now() + 3_000;
    const renewed = await Promise.all(Array.from({ length: 10 }, () => renewInProcess(refresh_token, atMs)));
    const successors = new Set(renewed.map((one) => `${one.access_token} ${one.refresh_token}`));
    expect(successors.size).toBe(1);
    expect(await countKeys(server, ada.id)).toBe(1);
    const [{ access_token = "", refresh_token: next } = {}] = renewed;
    expect(await isGood(access_token)).toBe(true);

    await letPass(refresh_token, 61);
    expectError(await refresh(own, refresh_token), 400, "invalid_grant");
    expect(await isGood(access_token)).toBe(false);
    expectError(await refresh(own, next), 400, "invalid_grant");
  });

  it("within the minute a used token still answers with its successor, also when that was used since", async () => {
    const ada = await signUp(server, "Ada Lovelace");
    const { refresh_token = "" } = await signInByDevice(own, ada, "openid offline_access");
    const first = read(await refresh(own, refresh_token), tokenReply);
    await letPass(refresh_token, 50);
    const again = read(await refresh(own, refresh_token), tokenReply);
    expect(again).toMatchObject({ access_token: first.access_token, refresh_token: first.refresh_token });
    read(await refresh(own, first.refresh_token), tokenReply);
    read(await refresh(own, refresh_token), tokenReply);
    expect(await countKeys(server, ada.id)).toBe(1);
  });
});
