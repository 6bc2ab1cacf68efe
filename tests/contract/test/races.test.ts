import { beforeAll, describe, expect, it } from "vitest";
import { call } from "../support/call";
import { countKeys, sql } from "../support/database";
import {
  approve,
  authorize,
  dashboardCode,
  decide,
  poll,
  redeem,
  review,
  reviewedId,
  startLogin,
} from "../support/flows";
import { hosts } from "../support/hosts";
import { signUp, type Person } from "../support/people";

const times = <T>(count: number, what: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, i) => what(i)));

/** How often each answer came, as `status detail`. */
function tally(replies: { status: number; body: unknown }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, body } of replies) {
    const detail = (body as { detail?: unknown } | undefined)?.detail;
    const answer = typeof detail === "string" ? `${status} ${detail}` : `${status}`;
    counts[answer] = (counts[answer] ?? 0) + 1;
  }
  return counts;
}

describe.each(hosts)("$kind: races", (host) => {
  let ada: Person;
  let grace: Person;
  beforeAll(async () => {
    [ada, grace] = await Promise.all([signUp(host, "Ada Lovelace"), signUp(host, "Grace Hopper")]);
  });

  it("50 parallel polls of one approved code give one key", async () => {
    const { device_code, user_code } = await startLogin(host);
    await approve(host, ada, user_code);
    const before = await countKeys(host, ada.id);
    const replies = await times(50, () => poll(host, device_code));
    expect(tally(replies)).toEqual({ "200": 1, "404 Invalid device code": 49 });
    expect(await countKeys(host, ada.id)).toBe(before + 1);
  });

  it("50 parallel redemptions of one dashboard code give one key", async () => {
    const code = await dashboardCode(host, ada);
    const before = await countKeys(host, ada.id);
    const replies = await times(50, () => redeem(host, code));
    expect(tally(replies)).toEqual({ "200": 1, "400 CLI code has already been used": 49 });
    expect(await countKeys(host, ada.id)).toBe(before + 1);
  });

  it("with and without confirmation at once, one call gets the dashboard code", async () => {
    for (let round = 0; round < 4; round++) {
      const code = await dashboardCode(host, ada);
      const before = await countKeys(host, ada.id);
      const replies = await times(20, (i) => redeem(host, code, { confirm: i % 2 === 0 }));
      const { "400 CLI code has already been used": refused, ...won } = tally(replies);
      expect(refused).toBe(19);
      expect([{ "200": 1 }, { "202": 1 }]).toContainEqual(won);
      expect(await countKeys(host, ada.id)).toBe(before + (won["200"] ?? 0));
    }
  });

  it("approve against deny: one decides, the other is told, and the poll agrees", async () => {
    for (let round = 0; round < 15; round++) {
      const { device_code, user_code } = await startLogin(host);
      const id = await reviewedId(host, ada, user_code);
      const answers = await Promise.all([decide(host, ada, id, "approve"), decide(host, ada, id, "deny")]);
      const [winner, loser] = answers[0].kind === "approved" ? answers : [answers[1], answers[0]];
      expect(["approved", "denied"]).toContain(winner.kind);
      expect(loser).toEqual({ kind: "already-decided", status: winner.kind });
      const reply = await poll(host, device_code);
      if (winner.kind === "approved") expect(reply.status).toBe(200);
      else expect(reply.body).toMatchObject({ error: "access_denied" });
    }
  });

  it("a decision against polls: no poll hears anything but pending, slow_down and the one key", async () => {
    const { device_code, user_code } = await startLogin(host);
    const before = await countKeys(host, ada.id);
    const [, ...polls] = await Promise.all([
      approve(host, ada, user_code),
      ...Array.from({ length: 30 }, () => poll(host, device_code)),
    ]);
    const last = await poll(host, device_code);
    const heard = [...polls, last].map(({ status, body }) =>
      status === 200 ? "key" : (body as { error: string }).error,
    );
    expect(heard.filter((word) => word === "key")).toHaveLength(1);
    expect(
      heard.filter((word) => !["key", "authorization_pending", "slow_down", "invalid_grant"].includes(word)),
    ).toEqual([]);
    expect(await countKeys(host, ada.id)).toBe(before + 1);
  });

  it("two people review one code: one has it, the second is told", async () => {
    for (let round = 0; round < 8; round++) {
      const { user_code } = await startLogin(host);
      const kinds = await Promise.all([review(host, ada, user_code), review(host, grace, user_code)]);
      expect(kinds.map(({ kind }) => kind).sort()).toEqual(["pending", "taken"]);
      const second = kinds[0].kind === "taken" ? ada : grace;
      expect((await authorize(host, second, user_code)).status).toBe(404);
    }
  });

  it("two people approve one code: it is one person's key", async () => {
    for (let round = 0; round < 8; round++) {
      const { user_code, device_code } = await startLogin(host);
      const replies = await Promise.all([authorize(host, ada, user_code), authorize(host, grace, user_code)]);
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 404]);
      const winner = replies[0].status === 200 ? ada : grace;
      expect((await poll(host, device_code)).body).toMatchObject({ user: { id: winner.id } });
    }
  });

  it("twenty codes asked for at once leave one that is live", async () => {
    const codes = await times(20, () => dashboardCode(host, grace));
    const live = await sql(host, "SELECT 1 FROM dashboard_code WHERE user_id = $1 AND status = 'live'", [
      grace.id,
    ]);
    expect(live).toHaveLength(1);
    const replies = [];
    for (const code of codes) replies.push(await redeem(host, code));
    expect(tally(replies)).toEqual({ "200": 1, "404 Invalid or expired CLI code": 19 });
  });

  it("twenty logouts with one key: all end with a key that opens nothing", async () => {
    const { device_code, user_code } = await startLogin(host);
    await approve(host, ada, user_code);
    const { api_key } = (await poll(host, device_code)).body as { api_key: string };
    const replies = await times(20, () => call(host, "POST", "/v1/auth/logout", { bearer: api_key }));
    expect(replies.filter(({ status }) => status !== 204 && status !== 401)).toEqual([]);
    expect((await call(host, "GET", "/v1/auth/me", { bearer: api_key })).status).toBe(401);
  });
});
