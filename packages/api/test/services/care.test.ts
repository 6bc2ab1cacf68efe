import { beforeAll, describe, expect, it } from "vitest";
import type { Caller } from "../../src/index";
import { authorizationRequest, OWN, pkce, queryOf } from "../support/oauth";
import { openProduct, reviewedLogin, type Cast, type Product } from "../support/product";

const HOURS_8 = 8 * 60 * 60;
const DAYS_30 = 30 * 24 * 60 * 60;
const YEAR = 365 * 24 * 60 * 60;

// A network, two others, the first's neighbour and its other protocol; and an address of which no network is known.
const home = "193.0.6.139";
const nextDoor = "193.0.6.7";
const homeIPv6 = "2001:67c:2e8:22::c100:68b";
const farAway = "133.11.0.1";
const unlisted = "2001:67c:2d0::1";

const code = (product: Product, at: string) => product.terminalFrom(at).logins.start({ deviceName: "box" });

/** A login from `terminal` that Ada has looked at in `browser`. */
async function reviewed(product: Product & Cast, terminal: string, browser: Caller) {
  const login = await code(product, terminal);
  const answer = await browser.grants.review({ userCode: login.userCode });
  if (answer.kind !== "pending") throw new Error(`A new code was ${answer.kind}`);
  return { ...login, request: answer.request };
}

const eventsOf = async (product: Product & Cast) =>
  (await product.as(product.ada).activity.list({})).items.map(({ kind, detail, ipAddress, place }) => ({
    ...{ kind, detail, ipAddress, place },
  }));

describe("the lifetime that a person chooses", () => {
  let product: Product & Cast;
  beforeAll(async () => {
    product = await openProduct();
  });
  const verdict = async (apiKey: string) => (await product.terminal.keys.verify({ apiKey })).kind;

  it("is the key's, to the second; without a choice it is the longest", async () => {
    for (const [chosen, lives] of [
      [HOURS_8, HOURS_8],
      [DAYS_30, DAYS_30],
      [undefined, YEAR],
    ] as const) {
      const { grantId, deviceCode } = await reviewedLogin(product);
      const decision = { grantId, decision: "approve", lifetimeSeconds: chosen } as const;
      expect(await product.as(product.ada).grants.decide(decision)).toEqual({ kind: "approved" });
      const answer = await product.terminal.logins.poll({ deviceCode });
      if (answer.kind !== "approved") throw new Error(answer.kind);
      expect(answer.issued.expiresInSeconds).toBe(lives);
      expect(await verdict(answer.issued.apiKey)).toBe("valid");
      product.wait(lives + 1);
      expect(await verdict(answer.issued.apiKey)).toBe("expired");
    }
  });

  it("must be one that is offered; the operator's largest is the last", async () => {
    const strict = await openProduct({ apiKeyTtlSeconds: DAYS_30 });
    const ada = strict.as(strict.ada);
    const { request } = await reviewed(strict, home, ada);
    expect(request.lifetimesSeconds).toEqual([HOURS_8, DAYS_30]);
    for (const lifetimeSeconds of [YEAR, 60, DAYS_30 + 1]) {
      const decision = { grantId: request.id, decision: "approve", lifetimeSeconds } as const;
      await expect(ada.grants.decide(decision)).rejects.toMatchObject({ cause: { code: "invalid-input" } });
    }
    const seen = await strict.terminal.authorizations.review(authorizationRequest(pkce().challenge));
    expect(seen).toMatchObject({ consent: { lifetimesSeconds: [HOURS_8, DAYS_30] } });
  });

  it("ends the renewing of a key that came through the browser, too", async () => {
    const { verifier, challenge } = pkce();
    const answer = await product.as(product.ada).authorizations.decide({
      request: authorizationRequest(challenge),
      decision: "approve",
      lifetimeSeconds: HOURS_8,
    });
    if (answer.kind !== "answered") throw new Error(answer.why);
    const redeemed = await product.terminal.authorizations.redeem({
      client: OWN,
      code: queryOf(answer).code ?? "",
      redirectUri: "http://127.0.0.1:41234/callback",
      codeVerifier: verifier,
    });
    if (redeemed.kind !== "key") throw new Error(redeemed.kind);
    let refreshToken = redeemed.issued.refreshToken ?? "";
    for (let hour = 1; hour < 8; hour++) {
      product.wait(60 * 60);
      const renewed = await product.terminal.tokens.renew({ client: OWN, refreshToken });
      if (renewed.kind !== "key") throw new Error(`after ${hour} hours: ${renewed.kind}`);
      refreshToken = renewed.issued.refreshToken ?? "";
    }
    product.wait(60 * 60 + 1);
    expect(await product.terminal.tokens.renew({ client: OWN, refreshToken })).toMatchObject({
      kind: "refused",
    });
  });
});

describe("this wasn't me", () => {
  it("denies, and the address that asked starts nothing for an hour; a neighbour does", async () => {
    const product = await openProduct();
    const ada = product.asFrom(product.ada, { ipAddress: home });
    const { request, deviceCode } = await reviewed(product, farAway, ada);
    const decision = { grantId: request.id, decision: "deny", wasNotMe: true } as const;
    expect(await ada.grants.decide(decision)).toEqual({ kind: "denied", pausedSeconds: 3_600 });
    expect(await product.terminal.logins.poll({ deviceCode })).toEqual({
      kind: "denied",
      reason: "disowned",
    });

    await expect(code(product, farAway)).rejects.toMatchObject({
      code: "TOO_MANY_REQUESTS",
      cause: { code: "over-budget", options: { retryAfterSeconds: expect.any(Number) as number } },
    });
    await code(product, home);
    await code(product, "133.11.0.2");
    expect(await eventsOf(product)).toContainEqual({
      ...{ kind: "login-disowned", detail: null, ipAddress: home, place: "Netherlands" },
    });

    product.wait(60 * 60 + 1);
    await code(product, farAway);
  });

  it("does not shut oneself out", async () => {
    const product = await openProduct();
    const ada = product.asFrom(product.ada, { ipAddress: home });
    const { request } = await reviewed(product, home, ada);
    const decision = { grantId: request.id, decision: "deny", wasNotMe: true } as const;
    expect(await ada.grants.decide(decision)).toEqual({ kind: "denied" });
    await code(product, home);
  });

  it("does not shut out one's own computer under its other address", async () => {
    const product = await openProduct();
    const ada = product.asFrom(product.ada, { ipAddress: "127.0.0.1" });
    const { request } = await reviewed(product, "::1", ada);
    const decision = { grantId: request.id, decision: "deny", wasNotMe: true } as const;
    expect(await ada.grants.decide(decision)).toEqual({ kind: "denied" });
    await code(product, "::1");
  });

  it("counts for nothing with an approval, and after a decision", async () => {
    const product = await openProduct();
    const ada = product.asFrom(product.ada, { ipAddress: home });
    const { request } = await reviewed(product, farAway, ada);
    const approved = await ada.grants.decide({ grantId: request.id, decision: "approve" });
    expect(approved).toEqual({ kind: "approved" });
    expect(await ada.grants.decide({ grantId: request.id, decision: "deny", wasNotMe: true })).toEqual({
      kind: "already-decided",
      status: "approved",
    });
    await code(product, farAway);
  });
});

describe("two sides", () => {
  it("are shown with their countries, and whether they are one network", async () => {
    const product = await openProduct();
    const ada = product.asFrom(product.ada, { ipAddress: home });
    const { request } = await reviewed(product, farAway, ada);
    expect(request.sides).toMatchObject({
      terminal: { ipAddress: farAway, place: "Japan", network: "The University of Tokyo (AS2501)" },
      browser: { ipAddress: home, place: "Netherlands", asn: 3333 },
      networks: "different",
    });
    expect(request.mayApprove).toBe(true);
    expect((await reviewed(product, nextDoor, ada)).request.sides.networks).toBe("same");
    expect((await reviewed(product, homeIPv6, ada)).request.sides.networks).toBe("same");
    expect((await reviewed(product, unlisted, ada)).request.sides.networks).toBe("unknown");
  });

  it("must be one network where the operator says so, by every way to approve", async () => {
    const product = await openProduct({ otherNetwork: "refuse" });
    const ada = product.asFrom(product.ada, { ipAddress: home });
    for (const elsewhere of [farAway, unlisted]) {
      const { request, deviceCode, userCode } = await reviewed(product, elsewhere, ada);
      expect(request.mayApprove).toBe(false);
      expect(await ada.grants.decide({ grantId: request.id, decision: "approve" })).toEqual({
        kind: "other-network",
      });
      expect(await ada.grants.authorize({ userCode })).toBe(false);
      expect(await product.terminal.logins.poll({ deviceCode })).toMatchObject({ kind: "pending" });
      expect(await ada.grants.decide({ grantId: request.id, decision: "deny" })).toEqual({ kind: "denied" });
      product.wait(10);
      expect(await product.terminal.logins.poll({ deviceCode })).toEqual({
        kind: "denied",
        reason: "other-network",
      });
    }

    const issued = await ada.dashboardCodes.issue();
    const typed = await product
      .terminalFrom(farAway)
      .dashboardCodes.redeem({ dashboardCode: issued.code, offersConfirmation: true });
    expect(typed.kind).toBe("confirmation");
    const view = await ada.dashboardCodes.status({ id: issued.id });
    if (view.kind !== "claimed") throw new Error(view.kind);
    expect(view.request.mayApprove).toBe(false);
    expect(await ada.grants.decide({ grantId: view.request.id, decision: "approve" })).toEqual({
      kind: "other-network",
    });

    const near = await reviewed(product, nextDoor, ada);
    expect(near.request.mayApprove).toBe(true);
    expect(await ada.grants.decide({ grantId: near.request.id, decision: "approve" })).toEqual({
      kind: "approved",
    });
  });

  it("are not refused where nobody can know: behind one proxy everybody has its address", async () => {
    const product = await openProduct({ otherNetwork: "refuse" });
    const ada = product.asFrom(product.ada, { ipAddress: "10.0.0.5" });
    const { request } = await reviewed(product, "10.0.0.9", ada);
    expect(request).toMatchObject({ mayApprove: true, sides: { networks: "unknown" } });
  });
});

describe("a sign-in of long ago", () => {
  const longAgo = new Date(Date.now() - 25 * 60 * 60 * 1000);
  const tooOld = { code: "FORBIDDEN", cause: { code: "sign-in-too-old" } };

  it("denies, and approves by none of the ways", async () => {
    const product = await openProduct();
    const ada = product.asFrom(product.ada, { signedInAt: longAgo });
    const { request, userCode } = await reviewed(product, home, ada);
    expect(await ada.me.mustSignInAgain()).toBe(true);
    await expect(ada.grants.decide({ grantId: request.id, decision: "approve" })).rejects.toMatchObject(
      tooOld,
    );
    await expect(ada.grants.authorize({ userCode })).rejects.toMatchObject(tooOld);
    await expect(ada.dashboardCodes.issue()).rejects.toMatchObject(tooOld);
    const asked = authorizationRequest(pkce().challenge);
    await expect(ada.authorizations.decide({ request: asked, decision: "approve" })).rejects.toMatchObject(
      tooOld,
    );
    expect(await ada.authorizations.decide({ request: asked, decision: "deny" })).toMatchObject({
      kind: "answered",
    });
    // Signed in anew, the same code is still theirs to answer.
    const again = product.as(product.ada);
    expect((await again.grants.review({ userCode })).kind).toBe("pending");
    expect(await again.grants.decide({ grantId: request.id, decision: "approve" })).toEqual({
      kind: "approved",
    });
  });

  it("is as good as any where the operator asks for none anew", async () => {
    const product = await openProduct({ freshSignInSeconds: 0 });
    const ada = product.asFrom(product.ada, { signedInAt: new Date(0) });
    const { request } = await reviewed(product, home, ada);
    expect(await ada.grants.decide({ grantId: request.id, decision: "approve" })).toEqual({
      kind: "approved",
    });
  });
});

describe("trusted networks", () => {
  it("are the only ones that logins start from, by either door", async () => {
    const product = await openProduct({ trustedNetworks: ["193.0.6.0/24", "2001:67c:2e8::/48"] });
    const refused = { code: "FORBIDDEN", cause: { code: "network-not-trusted" } };
    await code(product, home);
    await code(product, homeIPv6);
    await expect(code(product, farAway)).rejects.toMatchObject(refused);
    // The browser may be anywhere: only the terminal's network is the operator's.
    const ada = product.asFrom(product.ada, { ipAddress: farAway });
    const { request } = await reviewed(product, nextDoor, ada);
    expect(await ada.grants.decide({ grantId: request.id, decision: "approve" })).toEqual({
      kind: "approved",
    });

    const { code: dashboardCode } = await ada.dashboardCodes.issue();
    const redeem = (at: string) =>
      product.terminalFrom(at).dashboardCodes.redeem({ dashboardCode, offersConfirmation: false });
    await expect(redeem(farAway)).rejects.toMatchObject(refused);
    expect((await redeem(home)).kind).toBe("key");
  });
});

describe("a code that is over", () => {
  it("is written down when it is entered again", async () => {
    const product = await openProduct();
    const ada = product.asFrom(product.ada, { ipAddress: home });
    const denied = await reviewed(product, home, ada);
    await ada.grants.decide({ grantId: denied.request.id, decision: "deny" });
    expect(await ada.grants.review({ userCode: denied.userCode })).toEqual({ kind: "denied" });
    const expired = await reviewed(product, home, ada);
    product.wait(15 * 60 + 1);
    expect(await ada.grants.review({ userCode: expired.userCode })).toEqual({ kind: "expired" });
    const tried = (await eventsOf(product)).filter(({ kind }) => kind === "dead-code-tried");
    expect(tried.map(({ detail }) => detail).sort()).toEqual(["denied", "expired"]);
  });
});
