import { startIdentityProvider, type IdentityProvider } from "@alprina/test-identity-provider";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createIdentityProvider, looksLikeJwt } from "@/server/identity-provider";

const MINUTE = 60_000;
/** The tokens of a test that lets time pass must outlive it: the year 2100. */
const LONG_FROM_NOW = 4_102_444_800;

describe("an identity provider", () => {
  let provider: IdentityProvider;
  beforeAll(async () => {
    provider = await startIdentityProvider();
  });
  afterAll(() => provider.goAway());
  afterEach(() => {
    vi.useRealTimers();
  });
  const settings = (more: { issuer?: string; jwksUri?: string } = {}) => ({
    issuer: provider.issuer,
    name: "Acme",
    audiences: [provider.clientId],
    jwksUri: undefined,
    client: undefined,
    ...more,
  });
  const unavailable = { code: "identity-provider-unavailable" };
  /** Lets time pass for the caches, and for nothing that waits. */
  const wait = (milliseconds: number) => {
    const then = Date.now() + milliseconds;
    vi.useFakeTimers({ toFake: ["Date"], now: then });
  };

  it("is the operator's by its own word: an issuer that is spelled otherwise is none", async () => {
    const slash = `${provider.issuer}/`;
    const { discover, identify } = createIdentityProvider(settings({ issuer: slash }));
    await expect(discover()).rejects.toMatchObject({
      ...unavailable,
      options: {
        cause: { message: `OIDC_ISSUER is ${slash}, but the provider calls itself ${provider.issuer}` },
      },
    });
    // Its tokens name the issuer that it gives itself, so they are not this one's either way.
    expect(await identify(await provider.sign({ sub: "ada" }))).toBeNull();
    await expect(identify(await provider.sign({ sub: "ada", iss: slash }))).rejects.toMatchObject(
      unavailable,
    );
  });

  it("is not asked for anything by tokens of others, nor at the start", async () => {
    const { identify } = createIdentityProvider(settings({ issuer: "http://127.0.0.1:1" }));
    for (const token of [await provider.sign({ sub: "ada" }), "a.b.c", "e30.e30."]) {
      expect(await identify(token)).toBeNull();
    }
  });

  it("needs no discovery document where the operator names its keys", async () => {
    const jwksUri = `${provider.issuer}/jwks`;
    const elsewhere = settings({ issuer: "https://id.example.com", jwksUri });
    const token = await provider.sign({ sub: "ada", iss: elsewhere.issuer, email_verified: "true" });
    expect(await createIdentityProvider(elsewhere).identify(token)).toEqual({
      issuer: elsewhere.issuer,
      subject: "ada",
      email: null,
      isEmailVerified: false,
      fullName: null,
    });
    const noKeys = settings({ jwksUri: `${provider.issuer}/nothing-here` });
    const ours = await provider.sign({ sub: "ada" });
    await expect(createIdentityProvider(noKeys).identify(ours)).rejects.toMatchObject(unavailable);
  });

  it("binds an ID token to the request that asked for it, and to the client alone", async () => {
    const { verify } = createIdentityProvider(settings());
    const audience = provider.clientId;
    const token = await provider.sign({ sub: "ada", nonce: "one" });
    expect(await verify(token, { audience, nonce: "one" })).toMatchObject({ sub: "ada" });
    expect(await verify(token, { audience, nonce: "two" })).toBeNull();
    expect(await verify(await provider.sign({ sub: "ada" }), { audience, nonce: "one" })).toBeNull();
    expect(await verify(token, { audience: provider.resource, nonce: "one" })).toBeNull();
  });

  it("has five minutes at most to be believed by a key that it withdrew, and new keys within seconds", async () => {
    const { identify } = createIdentityProvider(settings());
    const sign = (key = provider.keys()[0]) => provider.sign({ sub: "ada", exp: LONG_FROM_NOW }, { key });
    const withdrawn = provider.keys()[0];
    expect(await identify(await sign())).not.toBeNull();
    await provider.rotateKeys();
    wait(4 * MINUTE);
    expect(await identify(await sign(withdrawn))).not.toBeNull();
    wait(2 * MINUTE);
    expect(await identify(await sign(withdrawn))).toBeNull();
    await provider.rotateKeys();
    // It was asked this very moment, and is not asked again for every name of a key that somebody makes up.
    expect(await identify(await sign())).toBeNull();
    wait(6_000);
    expect(await identify(await sign())).not.toBeNull();
  });

  it("goes on by what it said before while it is away, as long as its keys are fresh", async () => {
    const { identify, discover } = createIdentityProvider(settings());
    const token = await provider.sign({ sub: "ada" });
    expect(await identify(token)).not.toBeNull();
    await provider.goAway();
    try {
      expect(await identify(token)).not.toBeNull();
      wait(61 * MINUTE);
      expect((await discover()).issuer).toBe(provider.issuer);
      await expect(identify(await provider.sign({ sub: "ada" }))).rejects.toMatchObject(unavailable);
    } finally {
      await provider.comeBack();
    }
    expect(await identify(await provider.sign({ sub: "ada" }))).not.toBeNull();
  });

  it("is asked only about what has the form of a JWT", () => {
    expect(["a.b.c", "a.b."].map(looksLikeJwt)).toEqual([true, true]);
    const others = [
      "",
      "token",
      "token.signature",
      "token.sig+nature/%3D",
      "a.b.c.d",
      "a..c",
      "a.b c.d",
      "a.b.c=",
    ];
    expect(others.filter(looksLikeJwt)).toEqual([]);
  });
});
