import { beforeAll, describe, expect, it } from "vitest";
import { atOnce, ISSUER, openProduct, tally, type Cast, type Product } from "../support/product";
import {
  addClient,
  approvedCode,
  authorizationRequest,
  LOOPBACK,
  OWN,
  pkce,
  queryOf,
} from "../support/oauth";

let product: Product & Cast;
beforeAll(async () => {
  product = await openProduct();
});

const redeem = (input: Parameters<Product["terminal"]["authorizations"]["redeem"]>[0]) =>
  product.terminal.authorizations.redeem(input);
const keyOf = async (input: Parameters<typeof redeem>[0]) => {
  const answer = await redeem(input);
  if (answer.kind !== "key") throw new Error(answer.why);
  return answer.issued;
};

describe("a client with a browser beside it", () => {
  it("is shown with its name and what it asks for, and looking changes nothing", async () => {
    const { challenge } = pkce();
    const client = await addClient(product, {
      name: "Acme CLI",
      redirectUris: ["http://127.0.0.1/callback"],
    });
    const request = authorizationRequest(challenge, { ...client, scope: "devices:read email" });
    const answer = await product.terminal.authorizations.review(request);
    expect(answer).toMatchObject({
      kind: "consent",
      consent: { client: { id: client.clientId, name: "Acme CLI", logo: null }, redirectUri: LOOPBACK },
    });
    if (answer.kind !== "consent") return;
    expect(answer.consent.scopes.map(({ scope }) => scope)).toEqual(["email", "devices:read"]);
    expect(
      await product.database.prisma.authorizationCode.count({ where: { clientId: client.clientId } }),
    ).toBe(0);
  });

  it("gets a key for the code that the browser brings back", async () => {
    const code = await approvedCode(product, { deviceName: "ada-thinkpad" });
    const issued = await keyOf(code);
    expect(issued).toMatchObject({
      person: product.ada,
      device: { name: "ada-thinkpad" },
      expiresInSeconds: 3600,
    });
    expect(issued.scopes).toEqual(["openid", "email", "offline_access"]);
    expect(await product.terminal.keys.verify(issued)).toMatchObject({ kind: "valid", person: product.ada });
    expect(await product.as(product.ada).devices.list()).toContainEqual(
      expect.objectContaining({ id: issued.device.id, expired: false }),
    );
  });

  it("is told of a denial, with its state and who says so", async () => {
    const { challenge } = pkce();
    const request = authorizationRequest(challenge, { state: "xyz" });
    const answer = await product.as(product.ada).authorizations.decide({ request, decision: "deny" });
    expect(answer.kind === "answered" && queryOf(answer)).toMatchObject({
      ...{ error: "access_denied", state: "xyz", iss: ISSUER },
    });
  });

  it("gets only what the person leaves ticked", async () => {
    const { verifier, challenge } = pkce();
    const decide = (scopes: string[]) =>
      product.as(product.ada).authorizations.decide({
        ...{ request: authorizationRequest(challenge), decision: "approve", scopes },
      });
    const answer = await decide(["email", "devices:write"]);
    if (answer.kind !== "answered") throw new Error(answer.why);
    const { code = "" } = queryOf(answer);
    const issued = await keyOf({ client: OWN, code, redirectUri: LOOPBACK, codeVerifier: verifier });
    expect(issued).toMatchObject({ scopes: ["email"], refreshToken: null, idToken: null });
    await expect(decide([])).rejects.toMatchObject({ cause: { code: "invalid-input" } });
  });

  it("is not approved by another account than the page showed", async () => {
    const { challenge } = pkce();
    const request = authorizationRequest(challenge);
    const decide = (shownAccount: string) =>
      product.as(product.grace).authorizations.decide({ request, decision: "approve", shownAccount });
    await expect(decide(product.ada.email)).rejects.toMatchObject({ cause: { code: "forbidden" } });
    expect(await decide(product.grace.email)).toMatchObject({ kind: "answered" });
  });

  it("is sent nowhere when it or its redirect URI are not known to be good", async () => {
    const { challenge } = pkce();
    for (const wrong of [
      { clientId: "nobody" },
      { clientId: undefined },
      { redirectUri: "https://evil.example/callback" },
      { redirectUri: undefined },
      { repeated: ["redirect_uri"] },
      { repeated: ["client_id"] },
    ]) {
      const request = authorizationRequest(challenge, wrong);
      expect((await product.terminal.authorizations.review(request)).kind).toBe("unusable");
      const decided = await product.as(product.ada).authorizations.decide({ request, decision: "approve" });
      expect(decided.kind).toBe("unusable");
    }
  });

  it("is told at its redirect URI what is wrong with the rest", async () => {
    const { challenge } = pkce();
    const noBrowser = await addClient(product, {
      ...{ redirectUris: ["http://127.0.0.1/callback"], grantTypes: ["device_code"] },
    });
    for (const [wrong, error] of [
      [{ codeChallengeMethod: "plain" }, "invalid_request"],
      [{ responseType: "token" }, "unsupported_response_type"],
      [{ scope: "repo" }, "invalid_scope"],
      [noBrowser, "unauthorized_client"],
    ] as const) {
      const answer = await product.terminal.authorizations.review(authorizationRequest(challenge, wrong));
      expect(answer.kind === "refused" && queryOf(answer)).toMatchObject({
        error,
        state: "a state",
        iss: ISSUER,
      });
    }
  });
});

describe("an authorization code", () => {
  it("is bound to its client, its redirect URI and its challenge", async () => {
    const other = await addClient(product, { redirectUris: ["http://127.0.0.1/callback"] });
    const code = await approvedCode(product);
    for (const wrong of [
      { client: other },
      { redirectUri: "http://127.0.0.1:41235/callback" },
      { redirectUri: undefined },
      { codeVerifier: pkce().verifier },
      { codeVerifier: undefined },
    ]) {
      expect((await redeem({ ...code, ...wrong })).kind).toBe("refused");
    }
    expect((await redeem(code)).kind).toBe("key");
  });

  it("ends after a minute", async () => {
    const code = await approvedCode(product);
    product.wait(61);
    expect(await redeem(code)).toMatchObject({ kind: "refused" });
  });

  it("that is shown again revokes what it gave, whoever shows it", async () => {
    const code = await approvedCode(product);
    const issued = await keyOf(code);
    expect(await redeem({ ...code, codeVerifier: undefined })).toMatchObject({ kind: "refused" });
    expect(await product.terminal.keys.verify(issued)).toMatchObject({ kind: "revoked" });
  });

  it("redeemed by 50 calls at once gives one key, and that one is revoked as used twice", async () => {
    for (let round = 0; round < 3; round++) {
      const code = await approvedCode(product);
      const answers = await atOnce(50, () => redeem(code));
      expect(tally(answers)).toEqual({ key: 1, refused: 49 });
      const winner = answers.find((answer) => answer.kind === "key");
      if (winner?.kind === "key") {
        expect(await product.terminal.keys.verify(winner.issued)).toMatchObject({ kind: "revoked" });
      }
    }
  });

  it("of a person who is gone gives nothing", async () => {
    const gone = await product.database.prisma.user.create({
      ...{ data: { id: "gone", name: "Gone", email: "gone@example.com" } },
    });
    const { verifier, challenge } = pkce();
    const person = { ...product.ada, id: gone.id };
    const answer = await product.as(person).authorizations.decide({
      ...{ request: authorizationRequest(challenge), decision: "approve" },
    });
    if (answer.kind !== "answered") throw new Error(answer.why);
    await product.database.prisma.user.delete({ where: { id: gone.id } });
    const { code = "" } = queryOf(answer);
    const sent = { client: OWN, code, redirectUri: LOOPBACK, codeVerifier: verifier };
    expect((await redeem(sent)).kind).toBe("refused");
    await expect(
      product
        .as(person)
        .authorizations.decide({ request: authorizationRequest(challenge), decision: "approve" }),
    ).rejects.toMatchObject({ cause: { code: "authentication-required" } });
  });
});
