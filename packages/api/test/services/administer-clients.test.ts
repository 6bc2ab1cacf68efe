import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import {
  createSecrets,
  listClients,
  listSigningKeys,
  previewClientRemoval,
  registerClient,
  removeClient,
  replaceClientSecret,
  rotateSigningKey,
  updateClient,
  type RegisterClientInput,
} from "../../src/index";
import { atOnce, openProduct, type Cast, type Product } from "../support/product";

let product: Product & Cast;
beforeAll(async () => {
  product = await openProduct();
});

const REDIRECT = "http://127.0.0.1/callback";

/** A client of its own; its id. */
async function addClient(input: Partial<RegisterClientInput> = {}): Promise<string> {
  const id = `client-${randomBytes(6).toString("hex")}`;
  await registerClient(product.deps, { kind: "public", name: "Acme CLI", ...input, id });
  return id;
}

/** A login through `clientId` that Ada approved; its device code. */
async function approvedFor(clientId: string): Promise<string> {
  const { deviceCode, userCode } = await product.terminal.logins.start({ client: { clientId } });
  const review = await product.as(product.ada).grants.review({ userCode });
  if (review.kind !== "pending") throw new Error(review.kind);
  await product.as(product.ada).grants.decide({ grantId: review.request.id, decision: "approve" });
  return deviceCode;
}

const redeem = (clientId: string, deviceCode: string) =>
  product.terminal.logins.poll({ deviceCode, client: { clientId } });

const seen = async (id: string) => (await listClients(product.deps)).find((client) => client.id === id);

describe("a client that is changed", () => {
  it("keeps what nobody named", async () => {
    const logo = "data:image/png;base64,AAAA";
    const id = await addClient({ logo, redirectUris: [REDIRECT], scopes: ["email"] });
    const before = await seen(id);
    expect(await updateClient(product.deps, id, { name: " Acme\u0000 Tools " })).toMatchObject({
      name: "Acme Tools",
    });
    expect(await seen(id)).toEqual({ ...before, name: "Acme Tools" });
    await updateClient(product.deps, id, { logo: null, scopes: ["openid", "email"] });
    expect(await seen(id)).toMatchObject({
      logo: null,
      scopes: ["openid", "email"],
      redirectUris: [REDIRECT],
    });
  });

  it("may be our own", async () => {
    await updateClient(product.deps, "alprina-cli", { name: "Acme CLI" });
    const { userCode } = await product.terminal.logins.start({});
    const review = await product.as(product.ada).grants.review({ userCode });
    expect(review).toMatchObject({ request: { client: { id: "alprina-cli", name: "Acme CLI" } } });
  });

  it("may use the browser beside it as soon as it says where to return to, and no longer than that", async () => {
    const id = await addClient({ grantTypes: ["device_code"] });
    const types = async (changes: object) => (await updateClient(product.deps, id, changes)).grantTypes;
    expect(await types({ redirectUris: [REDIRECT] })).toEqual(["device_code", "authorization_code"]);
    expect(await types({ grantTypes: ["device_code"] })).toEqual(["device_code"]);
    // It was told not to, so another address does not turn it on again.
    expect(await types({ redirectUris: ["https://acme.example/cb"] })).toEqual(["device_code"]);
    expect(await types({ redirectUris: [] })).toEqual(["device_code"]);
  });

  it.each([
    [{ name: " \u200b" }, /name/],
    [{ logo: "https://elsewhere.example/logo.png" }, /logo/],
    [{ redirectUris: ["http://app.example.com/cb"] }, /https/],
    [{ grantTypes: ["authorization_code" as const] }, /redirect URI/],
    [{ grantTypes: [] }, /needs a grant type/],
  ])("to %j is refused in words, and stays as it was", async (changes, words) => {
    const id = await addClient();
    const before = await seen(id);
    await expect(updateClient(product.deps, id, changes)).rejects.toThrow(words);
    expect(await seen(id)).toEqual(before);
  });

  it("cannot be one that is not there, nor a resource server that signs people in", async () => {
    await expect(updateClient(product.deps, "nobody", { name: "x" })).rejects.toThrow(
      'There is no client "nobody".',
    );
    const id = await addClient({ kind: "resource_server" });
    await expect(updateClient(product.deps, id, { redirectUris: [REDIRECT] })).rejects.toThrow(
      /signs nobody in/,
    );
  });

  it("by two at once is never what neither of them could have made it", async () => {
    const id = await addClient({ redirectUris: [REDIRECT], grantTypes: ["device_code"] });
    await atOnce(20, (index) =>
      updateClient(
        product.deps,
        id,
        index % 2 ? { redirectUris: [] } : { grantTypes: ["authorization_code"] },
      ).catch(() => undefined),
    );
    const client = await seen(id);
    expect(client?.grantTypes.includes("authorization_code") && client.redirectUris.length === 0).toBe(false);
  });
});

describe("a logo", () => {
  const logoOf = (bytes: number) => `data:image/svg+xml;base64,${Buffer.alloc(bytes).toString("base64")}`;

  it("may have 48 KB, and not a byte more", async () => {
    const id = await addClient();
    expect(await updateClient(product.deps, id, { logo: logoOf(48 * 1024) })).toBeDefined();
    await expect(updateClient(product.deps, id, { logo: logoOf(48 * 1024 + 1) })).rejects.toThrow(/48 KB/);
  });
});

describe("a client's secret", () => {
  it("is replaced: the former one opens nothing, the new one does", async () => {
    const id = await addClient({ kind: "confidential" });
    const former = (await product.deps.store.findClient(id))?.secretHash;
    const clientSecret = await replaceClientSecret(product.deps, id);
    const { secretHash } = (await product.deps.store.findClient(id)) ?? {};
    expect(secretHash).toEqual(product.deps.secrets.hashToken(clientSecret));
    expect(secretHash).not.toEqual(former);
  });

  it("is none for a public client, and none for nobody", async () => {
    const id = await addClient();
    await expect(replaceClientSecret(product.deps, id)).rejects.toThrow("is public and has no secret");
    await expect(replaceClientSecret(product.deps, "nobody")).rejects.toThrow("There is no client");
  });
});

describe("a client that is removed", () => {
  it("is said to sign out as many devices as it does", async () => {
    const id = await addClient();
    for (let device = 0; device < 2; device++) await redeem(id, await approvedFor(id));
    expect(await previewClientRemoval(product.deps, id)).toMatchObject({ id, name: "Acme CLI", devices: 2 });
    expect(await removeClient(product.deps, id)).toBe(2);
    await expect(previewClientRemoval(product.deps, id)).rejects.toThrow(`There is no client "${id}".`);
    await expect(previewClientRemoval(product.deps, "alprina-cli")).rejects.toThrow("alprina-cli stays");
  });

  it("does not count the devices whose time was over", async () => {
    const other = await openProduct();
    await registerClient(other.deps, { kind: "public", id: "acme", name: "Acme" });
    const { deviceCode, userCode } = await other.terminal.logins.start({ client: { clientId: "acme" } });
    const review = await other.as(other.ada).grants.review({ userCode });
    if (review.kind !== "pending") throw new Error(review.kind);
    await other.as(other.ada).grants.decide({ grantId: review.request.id, decision: "approve" });
    await other.terminal.logins.poll({ deviceCode, client: { clientId: "acme" } });
    other.wait(366 * 24 * 60 * 60);
    expect(await listClients(other.deps)).toContainEqual(expect.objectContaining({ id: "acme", devices: 0 }));
    expect(await removeClient(other.deps, "acme")).toBe(0);
    const [key] = await other.as(other.ada).devices.list();
    expect(key?.status).toBe("revoked");
  });

  it("leaves no key alive that was fetched at the same moment", async () => {
    const rounds = await atOnce(8, async () => {
      const id = await addClient();
      const deviceCodes = [await approvedFor(id), await approvedFor(id), await approvedFor(id)];
      return { id, deviceCodes };
    });
    await Promise.all(
      rounds.flatMap(({ id, deviceCodes }) => [
        // Whoever comes too late is told so, one way or another.
        ...deviceCodes.map((code) => redeem(id, code).catch(() => undefined)),
        removeClient(product.deps, id),
      ]),
    );
    const alive = await product.database.prisma.apiKey.findMany({
      where: { clientId: { in: rounds.map(({ id }) => id) }, status: "active" },
    });
    expect(alive).toEqual([]);
  });

  it("gives nothing to a login that was approved before, on an instance that still remembers it", async () => {
    const id = await addClient();
    const deviceCode = await approvedFor(id);
    await removeClient(product.deps, id);
    const answer = await redeem(id, deviceCode).catch(() => ({ kind: "refused" }));
    expect(answer.kind).not.toBe("approved");
    expect(await product.database.prisma.apiKey.count({ where: { clientId: id } })).toBe(0);
  });
});

describe("the signing keys", () => {
  it("are listed with what becomes of them, and with those that this server cannot use", async () => {
    const other = await openProduct();
    expect(await listSigningKeys(other.deps)).toEqual([]);
    const { former, current } = await rotateSigningKey(other.deps);
    expect(await listSigningKeys(other.deps)).toMatchObject([
      { kid: current, status: "current", isReadable: true, publishedUntil: null },
      { kid: former, status: "retired", isReadable: true, publishedUntil: expect.any(Date) as Date },
    ]);
    const serverSecret = "another secret, as long as the one before";
    const secrets = createSecrets({ serverSecret, apiKeyPrefix: "alprina_sk_live_" });
    const elsewhere = await listSigningKeys({ ...other.deps, secrets });
    expect(elsewhere.map(({ isReadable }) => isReadable)).toEqual([false, false]);
    other.wait(24 * 60 * 60 + 1);
    expect((await listSigningKeys(other.deps)).map(({ kid }) => kid)).toEqual([current]);
  });
});
