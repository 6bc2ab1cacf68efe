import { beforeAll, describe, expect, it } from "vitest";
import { registerClient, removeClient } from "../../src/index";
import { adasKey, atOnce, openProduct, reviewedLogin, type Cast, type Product } from "../support/product";
import { addClient, OWN, pkce, renewableKey } from "../support/oauth";

let product: Product & Cast;
beforeAll(async () => {
  product = await openProduct();
});

const refusedAs = (code: string) => ({ cause: { code } });

/** A login of `client` that Ada approved. */
async function approvedFor(client: { clientId: string; clientSecret?: string }, scope?: string) {
  const login = await product.terminal.logins.start({ client: { clientId: client.clientId }, scope });
  const review = await product.as(product.ada).grants.review({ userCode: login.userCode });
  if (review.kind !== "pending") throw new Error(review.kind);
  await product.as(product.ada).grants.decide({ grantId: review.request.id, decision: "approve" });
  return { ...login, request: review.request };
}

describe("a client", () => {
  it("is shown by the name that the operator gave it", async () => {
    const logo = "data:image/svg+xml;base64,PHN2Zy8+";
    const client = await addClient(product, { name: "Acme CLI", logo });
    const { request } = await approvedFor(client, "email");
    expect(request.client).toEqual({ id: client.clientId, name: "Acme CLI", logo });
    expect(request.scopes).toEqual([
      expect.objectContaining({ scope: "email", title: "Your e-mail address" }),
    ]);
  });

  it("that is not registered starts nothing", async () => {
    const client = { clientId: "nobody" };
    await expect(product.terminal.logins.start({ client })).rejects.toMatchObject(
      refusedAs("unknown-client"),
    );
  });

  it("may be taken for ours on /v1, where command lines cannot be changed", async () => {
    const { userCode } = await product.terminal.logins.start({ claimedClientId: "nobody", scope: "repo" });
    const review = await product.as(product.ada).grants.review({ userCode });
    expect(review).toMatchObject({ kind: "pending", request: { client: { id: "alprina-cli" } } });
  });

  it("redeems its own codes only", async () => {
    const [client, thief] = [await addClient(product), await addClient(product)];
    const { deviceCode } = await approvedFor(client);
    expect(await product.terminal.logins.poll({ deviceCode, client: thief })).toEqual({ kind: "unknown" });
    expect(await product.terminal.logins.poll({ deviceCode, client })).toMatchObject({ kind: "approved" });
  });

  it("with a secret starts without it, and gets nothing without it", async () => {
    const client = await addClient(product, { kind: "confidential" });
    const { deviceCode } = await approvedFor(client);
    const poll = (clientSecret?: string) =>
      product.terminal.logins.poll({ deviceCode, client: { clientId: client.clientId, clientSecret } });
    for (const wrong of [undefined, "", "wrong"]) {
      await expect(poll(wrong)).rejects.toMatchObject(refusedAs("unknown-client"));
    }
    // `/v1` names no client and brings no secret: whoever saw the device code must not be let in there.
    expect(await product.terminal.logins.poll({ deviceCode })).toEqual({ kind: "unknown" });
    expect(await poll(client.clientSecret)).toMatchObject({ kind: "approved" });
  });

  it("without a secret that sends one is told so", async () => {
    const client = { ...OWN, clientSecret: "made up" };
    await expect(product.terminal.logins.start({ client })).rejects.toMatchObject(
      refusedAs("unknown-client"),
    );
  });

  it("may do what the operator allowed, and nothing else", async () => {
    const deviceOnly = await addClient(product, {
      grantTypes: ["device_code"],
      scopes: ["email", "offline_access"],
    });
    const { deviceCode } = await approvedFor(deviceOnly, "openid email offline_access devices:write");
    const answer = await product.terminal.logins.poll({ deviceCode, client: deviceOnly });
    // No refresh token for a client that may not renew.
    expect(answer).toMatchObject({ kind: "approved", issued: { scopes: ["email"], refreshToken: null } });
    await expect(
      product.terminal.tokens.renew({ client: deviceOnly, refreshToken: "any" }),
    ).rejects.toMatchObject(refusedAs("client-not-allowed"));
    await expect(
      product.terminal.logins.start({ client: deviceOnly, scope: "devices:read" }),
    ).rejects.toMatchObject(refusedAs("scope-not-allowed"));
    const browserOnly = await addClient(product, {
      ...{ redirectUris: ["http://127.0.0.1/cb"], grantTypes: ["authorization_code"] },
    });
    await expect(product.terminal.logins.start({ client: browserOnly })).rejects.toMatchObject(
      refusedAs("client-not-allowed"),
    );
  });

  it("that brings a challenge must bring its verifier", async () => {
    const { verifier, challenge } = pkce();
    const login = await product.terminal.logins.start({
      client: OWN,
      challenge: { challenge, method: "S256" },
    });
    const review = await product.as(product.ada).grants.review({ userCode: login.userCode });
    if (review.kind !== "pending") throw new Error(review.kind);
    await product.as(product.ada).grants.decide({ grantId: review.request.id, decision: "approve" });
    const poll = (codeVerifier?: string) =>
      product.terminal.logins.poll({ deviceCode: login.deviceCode, client: OWN, codeVerifier });
    expect(await poll()).toEqual({ kind: "wrong-verifier" });
    expect(await poll(pkce().verifier)).toEqual({ kind: "wrong-verifier" });
    expect(await product.terminal.logins.poll({ deviceCode: login.deviceCode })).toEqual({ kind: "unknown" });
    expect(await poll(verifier)).toMatchObject({ kind: "approved" });
    await expect(
      product.terminal.logins.start({ client: OWN, challenge: { challenge, method: "plain" } }),
    ).rejects.toMatchObject(refusedAs("invalid-input"));
  });

  it("registered twice at once is registered once", async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () => addClient(product, { id: "acme" })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("takes its devices with it when it is removed; ours cannot be", async () => {
    const client = await addClient(product, { redirectUris: ["http://127.0.0.1/callback"] });
    const { apiKey, refreshToken } = await renewableKey(product, client);
    const other = await adasKey(product);
    expect(await removeClient(product.deps, client.clientId)).toBe(1);
    expect(await product.terminal.keys.verify({ apiKey })).toMatchObject({ kind: "revoked" });
    expect(await product.terminal.keys.verify(other)).toMatchObject({ kind: "valid" });
    // This instance may remember the client for a few seconds: its key is dead all the same.
    const outcome = await product.terminal.tokens
      .renew({ client, refreshToken })
      .catch(() => ({ kind: "refused" }));
    expect(outcome.kind).toBe("refused");
    await expect(removeClient(product.deps, client.clientId)).rejects.toMatchObject({
      code: "invalid-input",
    });
    await expect(removeClient(product.deps, "alprina-cli")).rejects.toMatchObject({ code: "invalid-input" });
  });

  it.each([
    [{ id: "two words" }, /id is letters/],
    [{ name: " \u200b" }, /name/],
    [{ logo: "https://elsewhere.example/logo.png" }, /logo/],
    [{ logo: "data:text/html;base64,AAAA" }, /logo/],
    [{ redirectUris: ["http://app.example.com/cb"] }, /https/],
    [{ grantTypes: ["authorization_code" as const] }, /redirect URI/],
    [{ kind: "resource_server" as const, redirectUris: ["https://a.example/cb"] }, /signs nobody in/],
  ])("with %j is refused in words", async (wrong, words) => {
    const input = { kind: "public" as const, id: "fine", name: "Fine", ...wrong };
    await expect(registerClient(product.deps, input)).rejects.toThrow(words);
  });
});

describe("a person's choice", () => {
  it("narrows what a device may do, and the key is held to it", async () => {
    const { grantId, deviceCode } = await reviewedLogin(product);
    const ada = product.as(product.ada);
    await expect(ada.grants.decide({ grantId, decision: "approve", scopes: [] })).rejects.toMatchObject(
      refusedAs("invalid-input"),
    );
    const scopes = ["email", "devices:read", "openid"];
    expect(await ada.grants.decide({ grantId, decision: "approve", scopes })).toEqual({ kind: "approved" });
    const answer = await product.terminal.logins.poll({ deviceCode });
    if (answer.kind !== "approved") throw new Error(answer.kind);
    // `openid` was not asked for, so it could not be allowed.
    expect(answer.issued.scopes).toEqual(["email", "devices:read"]);
    const key = product.withKey(answer.issued.apiKey);
    expect(await key.devices.list()).not.toHaveLength(0);
    await expect(key.devices.revoke({ id: answer.issued.device.id })).rejects.toMatchObject(
      refusedAs("insufficient-scope"),
    );
  });

  it("made twice at once with different scopes is one of the two", async () => {
    for (let round = 0; round < 10; round++) {
      const { grantId, deviceCode } = await reviewedLogin(product);
      const choices = [["email"], ["devices:read", "devices:write"]];
      await atOnce(10, (index) =>
        product.as(product.ada).grants.decide({ grantId, decision: "approve", scopes: choices[index % 2] }),
      );
      const answer = await product.terminal.logins.poll({ deviceCode });
      if (answer.kind !== "approved") throw new Error(answer.kind);
      expect(choices).toContainEqual(answer.issued.scopes);
    }
  });
});
