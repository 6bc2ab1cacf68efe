import { createLocalJWKSet, jwtVerify } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { createSecrets, rotateSigningKey } from "../../src/index";
import { adasKey, atOnce, ISSUER, openProduct, type Cast, type Product } from "../support/product";
import { addClient, OWN, renewableKey } from "../support/oauth";

let product: Product & Cast;
let api: { clientId: string; clientSecret?: string };
beforeAll(async () => {
  product = await openProduct();
  api = await addClient(product, { kind: "resource_server", name: "Acme API" });
});

const refusedAs = (code: string) => ({ cause: { code } });
const verifyIdToken = async (idToken: string | null) =>
  jwtVerify(idToken ?? "", createLocalJWKSet({ keys: await product.terminal.tokens.publicKeys() }), {
    ...{ issuer: ISSUER, audience: OWN.clientId, algorithms: ["RS256"], currentDate: product.deps.now() },
  });

describe("introspection", () => {
  it("tells a resource server whose key it is and what it may do", async () => {
    const issued = await renewableKey(product);
    const answer = await product.terminal.tokens.introspect({ client: api, token: issued.apiKey });
    expect(answer).toMatchObject({ kind: "active", person: product.ada, scopes: issued.scopes });
  });

  it("tells nothing but inactive of everything else", async () => {
    const issued = await renewableKey(product);
    await product.as(product.ada).devices.revoke({ id: issued.device.id });
    for (const token of [issued.apiKey, issued.refreshToken, "made up", `${issued.apiKey}x`]) {
      expect(await product.terminal.tokens.introspect({ client: api, token })).toEqual({ kind: "inactive" });
    }
  });

  it("is for resource servers that prove themselves", async () => {
    const { apiKey: token } = await adasKey(product);
    const confidential = await addClient(product, { kind: "confidential" });
    for (const client of [OWN, confidential, { clientId: api.clientId }, { ...api, clientSecret: "wrong" }]) {
      await expect(product.terminal.tokens.introspect({ client, token })).rejects.toMatchObject(
        refusedAs("unknown-client"),
      );
    }
  });
});

describe("revocation", () => {
  it("ends the device, by its key or by its refresh token", async () => {
    for (const by of ["apiKey", "refreshToken"] as const) {
      const issued = await renewableKey(product);
      const answer = await product.terminal.tokens.revoke({ client: OWN, token: issued[by] });
      expect(answer).toEqual({ kind: "done" });
      expect(await product.terminal.keys.verify(issued)).toMatchObject({ kind: "revoked" });
      expect(
        await product.terminal.tokens.renew({ client: OWN, refreshToken: issued.refreshToken }),
      ).toMatchObject({
        kind: "refused",
      });
    }
  });

  it("of what is not there is done; of another client's is refused and changes nothing", async () => {
    expect(await product.terminal.tokens.revoke({ client: OWN, token: "made up" })).toEqual({ kind: "done" });
    const other = await addClient(product);
    const issued = await renewableKey(product);
    for (const token of [issued.apiKey, issued.refreshToken]) {
      expect(await product.terminal.tokens.revoke({ client: other, token })).toEqual({ kind: "not-yours" });
    }
    expect(await product.terminal.keys.verify(issued)).toMatchObject({ kind: "valid" });
  });
});

describe("an ID token", () => {
  it("says who signed in, to whom, and as far as they allowed it", async () => {
    const { idToken } = await renewableKey(product, { nonce: "n-0S6_WzA2Mj" });
    const { payload } = await verifyIdToken(idToken);
    expect(payload).toMatchObject({
      sub: "ada",
      email: "ada@example.com",
      email_verified: false,
      nonce: "n-0S6_WzA2Mj",
    });
    expect(payload).not.toHaveProperty("name");
  });

  it("comes with a renewal too, for the same person", async () => {
    const { refreshToken } = await renewableKey(product);
    const answer = await product.terminal.tokens.renew({ client: OWN, refreshToken });
    if (answer.kind !== "key") throw new Error(answer.why);
    expect((await verifyIdToken(answer.issued.idToken)).payload.sub).toBe("ada");
  });

  it("can be checked after its key was rotated, and the next is signed by the new one", async () => {
    const before = await renewableKey(product);
    const { former, current } = await rotateSigningKey(product.deps);
    const after = await renewableKey(product);
    expect((await verifyIdToken(before.idToken)).protectedHeader.kid).toBe(former);
    expect((await verifyIdToken(after.idToken)).protectedHeader.kid).toBe(current);
    expect((await product.terminal.tokens.publicKeys()).map(({ kid }) => kid)).toEqual([current, former]);
    product.wait(24 * 60 * 60 + 1);
    expect((await product.terminal.tokens.publicKeys()).map(({ kid }) => kid)).toEqual([current]);
  });

  it("has one signing key, however many instances make the first", async () => {
    const fresh = await openProduct();
    const published = await atOnce(6, () => fresh.terminal.tokens.publicKeys());
    expect(new Set(published.map((keys) => JSON.stringify(keys))).size).toBe(1);
    expect(published[0]).toHaveLength(1);
    expect(published[0]?.[0]).not.toHaveProperty("d");
  });

  it("rotated twice at once is rotated once", async () => {
    const fresh = await openProduct();
    await fresh.terminal.tokens.publicKeys();
    const outcomes = await Promise.allSettled([rotateSigningKey(fresh.deps), rotateSigningKey(fresh.deps)]);
    const done = outcomes.filter(({ status }) => status === "fulfilled").length;
    expect(await fresh.terminal.tokens.publicKeys()).toHaveLength(1 + done);
    expect(await fresh.database.prisma.signingKey.count({ where: { status: "current" } })).toBe(1);
  });

  it("is signed by a new key when the server's secret is another than it was", async () => {
    const fresh = await openProduct();
    const [old] = await fresh.terminal.tokens.publicKeys();
    fresh.deps.secrets = createSecrets({
      serverSecret: "another secret, as long as the first was",
      apiKeyPrefix: "k_",
    });
    const kids = (await fresh.terminal.tokens.publicKeys()).map(({ kid }) => kid);
    expect(kids).toHaveLength(2);
    expect(kids[1]).toBe(old?.kid);
  });
});

describe("the claims of a key", () => {
  it("are its person's, as far as they allowed it", async () => {
    const { apiKey } = await renewableKey(product, { scope: "openid profile offline_access" });
    expect(await product.terminal.tokens.claims({ apiKey })).toEqual({
      ...{ kind: "claims", claims: { sub: "ada", name: "Ada Lovelace" } },
    });
  });

  it("need the scope openid, and a key that is good", async () => {
    expect(await product.terminal.tokens.claims(await adasKey(product))).toEqual({
      kind: "insufficient-scope",
    });
    expect(await product.terminal.tokens.claims({ apiKey: "made up" })).toEqual({ kind: "invalid" });
  });
});
