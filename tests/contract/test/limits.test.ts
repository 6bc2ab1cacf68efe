import { describe, expect, it } from "vitest";
import { call, expectRefusal } from "../support/call";
import { authorize, redeem, startLogin } from "../support/flows";
import { strictHosts, type Host } from "../support/hosts";
import type { Reply } from "../support/http";
import { expectOAuthRefusal, OWN, post } from "../support/oauth";
import { signUp } from "../support/people";
import { textLike } from "../support/matchers";

function expectOverBudget(reply: Reply): void {
  expectRefusal(reply, 429, textLike(/\w+ \w+/));
  expect(reply.headers["retry-after"]).toMatch(/^[1-9]\d*$/);
}

/** Repeats a call until it is refused for its number, and fails when that never happens. */
async function spend(what: () => Promise<Reply>): Promise<Reply> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const reply = await what();
    if (reply.status === 429) return reply;
    expect(reply.status).toBeLessThan(500);
  }
  throw new Error("Twenty attempts, and none was one too many.");
}

const [front, next] = strictHosts as [Host, Host];

/** 429 of contract §1. The two hosts share a database, as instances of one service do. */
describe.each([
  { host: front, other: next, net: "198.51.100" },
  { host: next, other: front, net: "203.0.113" },
])("$host.kind: budgets", ({ host, other, net }) => {
  it("end for starting logins, by address, on every instance", async () => {
    const from = `${net}.1`;
    expectOverBudget(await spend(() => call(host, "POST", "/v1/auth/device", { from })));
    expectOverBudget(await call(other, "POST", "/v1/auth/device", { from }));
    await startLogin(host, {}, `${net}.2`);
  });

  it("end for starting logins by OAuth just as well, and out of the same budget", async () => {
    const from = `${net}.3`;
    const startByOAuth = () => post(host, "/oauth/device_authorization", { client_id: OWN }, { from });
    const refused = await spend(startByOAuth);
    expectOAuthRefusal(refused, 429, "temporarily_unavailable");
    expect(refused.headers["retry-after"]).toMatch(/^[1-9]\d*$/);
    expectOverBudget(await call(host, "POST", "/v1/auth/device", { from }));
  });

  it("end for an IPv6 network as for one address", async () => {
    const prefix = net === "203.0.113" ? "2001:db8:1:1" : "2001:db8:2:2";
    let last = 0;
    expectOverBudget(
      await spend(() => call(host, "POST", "/v1/auth/device", { from: `${prefix}::${++last}` })),
    );
    await startLogin(host, {}, `${prefix.slice(0, -1)}9::1`);
  });

  it("cannot be had anew by writing addresses to the left", async () => {
    let last = 0;
    const from = () => `192.0.2.${++last}, ${net}.3`;
    expectOverBudget(await spend(() => call(host, "POST", "/v1/auth/device", { from: from() })));
  });

  it("end for user codes, by person, the same for a right and a wrong code", async () => {
    const ada = await signUp(host, "Ada Lovelace", `${net}.10`);
    const { user_code } = await startLogin(host, {}, `${net}.11`);
    let last = 20;
    // From another address each time: the person's own budget it is.
    expectOverBudget(await spend(() => authorize(host, ada, "BCDF-GHJK", `${net}.${++last}`)));
    expectOverBudget(await authorize(host, ada, user_code, `${net}.50`));
    expectOverBudget(await authorize(other, ada, "not a code", `${net}.51`));
    const review = await call(host, "POST", "/api/trpc/grants.review", {
      bearer: ada.token,
      json: { json: { userCode: user_code } },
      from: `${net}.52`,
    });
    expect(review.status).toBe(429);
  });

  it("end for user codes, by address, whoever asks", async () => {
    const from = `${net}.60`;
    for (let person = 0; person < 2; person++) {
      const ada = await signUp(host, "Ada Lovelace", `${net}.${61 + person}`);
      for (let guess = 0; guess < 3; guess++)
        expect((await authorize(host, ada, "BCDF-GHJK", from)).status).toBe(404);
    }
    const grace = await signUp(host, "Grace Hopper", `${net}.63`);
    expectOverBudget(await authorize(host, grace, "BCDF-GHJK", from));
    expect((await authorize(host, grace, "BCDF-GHJK", `${net}.64`)).status).toBe(404);
  });

  it("end for dashboard codes, by address, the same for a right and a wrong code, and success gives none back", async () => {
    const ada = await signUp(host, "Ada Lovelace", `${net}.70`);
    const from = `${net}.71`;
    const issue = () => call(host, "POST", "/v1/auth/dashboard-code", { bearer: ada.token });
    const right = ((await issue()).body as { cli_code: string }).cli_code;
    expect((await redeem(host, right, { confirm: true }, from)).status).toBe(202);
    expectOverBudget(await spend(() => redeem(host, "222222", { confirm: true }, from)));
    const another = ((await issue()).body as { cli_code: string }).cli_code;
    expectOverBudget(await redeem(host, another, { confirm: true }, from));
    expectOverBudget(await redeem(other, another, { confirm: true }, from));
    expect((await redeem(host, another, { confirm: true }, `${net}.72`)).status).toBe(202);
  });

  it("end for asking for dashboard codes, by person", async () => {
    const ada = await signUp(host, "Ada Lovelace", `${net}.80`);
    expectOverBudget(await spend(() => call(host, "POST", "/v1/auth/dashboard-code", { bearer: ada.token })));
    expectOverBudget(await call(other, "POST", "/v1/auth/dashboard-code", { bearer: ada.token }));
    const grace = await signUp(host, "Grace Hopper", `${net}.81`);
    expect((await call(host, "POST", "/v1/auth/dashboard-code", { bearer: grace.token })).status).toBe(200);
  });

  it("do not exist for polls: a login that was started can end", async () => {
    const { device_code } = await startLogin(host, {}, `${net}.90`);
    const polls = Array.from({ length: 30 }, () =>
      call(host, "POST", "/v1/auth/device/token", { json: { device_code }, from: `${net}.91` }),
    );
    for (const reply of await Promise.all(polls)) expect(reply.status).toBe(400);
  });
});
