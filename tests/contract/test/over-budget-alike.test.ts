import { describe, expect, it } from "vitest";
import { call } from "../support/call";
import { authorize, dashboardCode, redeem, startLogin } from "../support/flows";
import { strictHosts, type Host } from "../support/hosts";
import type { Reply } from "../support/http";
import { addClient, askToken, expectOAuthRefusal, OWN, pollForm, post } from "../support/oauth";
import { signUp } from "../support/people";

const [front, next] = strictHosts as [Host, Host];

/** Everything that a caller can see of a reply, but for what tells one request from another and the clock. */
function seen({ status, headers, text }: Reply) {
  const { date: _date, "x-request-id": _id, "retry-after": _wait, ...rest } = headers;
  return { status, headers: rest, text: text.replace(/"retryAfterSeconds":\d+/, '"retryAfterSeconds":N') };
}

/** Two replies that must not tell which of them was to a right code. */
function expectAlike(wrong: Reply, right: Reply): void {
  expect(right.status).toBe(429);
  expect(seen(right)).toEqual(seen(wrong));
  const [waits, others] = [wrong, right].map(({ headers }) => Number(headers["retry-after"]));
  expect(waits).toBeGreaterThan(0);
  // A second may end between the two.
  expect(Math.abs((waits ?? 0) - (others ?? 0))).toBeLessThanOrEqual(1);
}

async function times(count: number, what: () => Promise<Reply>): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (let index = 0; index < count; index++) replies.push(await what());
  return replies;
}

describe.each([
  { host: front, net: "100.64.1" },
  { host: next, net: "100.64.2" },
])("$host.kind: over budget", ({ host, net }) => {
  it("a right and a wrong dashboard code are answered alike, to the byte", async () => {
    const ada = await signUp(host, "Ada Lovelace", `${net}.1`);
    const right = await dashboardCode(host, ada);
    const from = `${net}.2`;
    await times(6, () => redeem(host, "222222", { confirm: true }, from));
    const wrong = await redeem(host, "222222", { confirm: true }, from);
    expectAlike(wrong, await redeem(host, right, { confirm: true }, from));
    expectAlike(wrong, await redeem(host, "no code at all", { confirm: true }, from));
    // The right one was right all the while.
    expect((await redeem(host, right, { confirm: true }, `${net}.3`)).status).toBe(202);
  });

  it("a right and a wrong user code are answered alike, to the byte, on /v1 and on the page", async () => {
    const ada = await signUp(host, "Ada Lovelace", `${net}.11`);
    const { user_code } = await startLogin(host, {}, `${net}.12`);
    const from = `${net}.13`;
    const review = (userCode: string) =>
      call(host, "POST", "/api/trpc/grants.review", {
        bearer: ada.token,
        json: { json: { userCode } },
        from,
      });
    await times(6, () => authorize(host, ada, "BCDF-GHJK", from));
    expectAlike(await authorize(host, ada, "BCDF-GHJK", from), await authorize(host, ada, user_code, from));
    expectAlike(await review("BCDF-GHJK"), await review(user_code));
  });

  it("a login by a known and by an unknown client are answered alike in OAuth's words", async () => {
    const from = `${net}.21`;
    const startAs = (client_id: string) => post(host, "/oauth/device_authorization", { client_id }, { from });
    await times(6, () => startAs(OWN));
    const known = await startAs(OWN);
    expectOAuthRefusal(known, 429, "temporarily_unavailable");
    expectAlike(await startAs("nobody"), known);
  });

  it("unknown device codes are refused in both dialects, and one that waits is not", async () => {
    const from = `${net}.32`;
    const nobodys = "A".repeat(43);
    const pollFrom = (code: string) =>
      call(host, "POST", "/v1/auth/device/token", { json: { device_code: code }, from });
    // 600, times a twentieth.
    const replies = await times(31, () => pollFrom(nobodys));
    expect(replies.map(({ status }) => status)).toEqual([...Array<number>(30).fill(404), 429]);
    expect(replies.at(-1)?.headers["retry-after"]).toMatch(/^[1-9]\d*$/);
    const byOAuth = await askToken(host, pollForm(nobodys), { from });
    expectOAuthRefusal(byOAuth, 429, "temporarily_unavailable");
    // Only now: on these servers a login lives for five seconds.
    const { device_code } = await startLogin(host, {}, `${net}.31`);
    expect((await pollFrom(device_code)).body).toMatchObject({ error: "authorization_pending" });
  });

  it("wrong client secrets are refused wherever a client proves itself, and the right one is not", async () => {
    const { clientId, basic } = await addClient(host, "resource_server");
    const from = `${net}.41`;
    const sent = { client_id: clientId, client_secret: "a-wrong-secret" };
    const introspect = () => post(host, "/oauth/introspect", { ...sent, token: "any" }, { from });
    // 300, times a twentieth.
    const replies = await times(16, introspect);
    expect(replies.map(({ status }) => status)).toEqual([...Array<number>(15).fill(401), 429]);
    for (const reply of [
      replies.at(-1)!,
      await post(host, "/oauth/revoke", { ...sent, token: "any" }, { from }),
      await askToken(host, { ...sent, grant_type: "refresh_token", refresh_token: "any" }, { from }),
    ]) {
      expectOAuthRefusal(reply, 429, "temporarily_unavailable");
      expect(reply.headers["retry-after"]).toMatch(/^[1-9]\d*$/);
    }
    const headers = { Authorization: basic };
    const right = await post(host, "/oauth/introspect", { token: "any" }, { from, headers });
    expect({ status: right.status, body: right.body }).toEqual({ status: 200, body: { active: false } });
  });
});
