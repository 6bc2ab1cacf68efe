import { beforeAll, describe, expect, it } from "vitest";
import { createHub, createKeyDirectory, createKeyUses } from "../../src/index";
import { verifyKeyFromMemory } from "../../src/services/verify-key";
import { adasKey, atOnce, openProduct, type Cast, type Product } from "../support/product";

/** A second instance of the server: its own memory, the same database. It hears what `events` announces. */
function instanceOf(product: Product, events = createHub(() => true)) {
  const deps = { ...product.deps, events, keys: createKeyDirectory(product.deps.store, events) };
  return { deps, events };
}

describe("a key that was shown lately", () => {
  let product: Product & Cast;
  beforeAll(async () => {
    product = await openProduct();
    // As with the link between instances up, and this one announcing on it.
    Object.assign(product.deps.events, { isLive: () => true });
  });
  const verify = (apiKey: string) => product.terminal.keys.verify({ apiKey });
  const inMemory = (apiKey: string) => verifyKeyFromMemory(product.deps, { apiKey });

  it("costs no query, and none that is not known is remembered", async () => {
    const { apiKey } = await adasKey(product);
    expect(inMemory(apiKey)).toBeUndefined();
    const answer = await verify(apiKey);
    expect(inMemory(apiKey)).toEqual(answer);
    const unknown = apiKey.slice(0, -1) + (apiKey.endsWith("0") ? "1" : "0");
    expect((await verify(unknown)).kind).toBe("unknown");
    expect(inMemory(unknown)).toBeUndefined();
  });

  it("opens nothing for the very next call after whatever ends it", async () => {
    const { ada, as, deps } = product;
    const endings = {
      "its device is revoked": (id: string) => as(ada).devices.revoke({ id }),
      "all others are revoked": async () =>
        as(ada).devices.revokeOthers({ keepId: (await adasKey(product)).device.id }),
      "its person signs out everywhere": () =>
        as(ada).me.signOutEverywhere({ devices: true, keepThisBrowser: false }),
      "its client is removed": () =>
        deps.store.removeClient("alprina-cli", deps.now(), {
          ...{ kind: "device-revoked", at: deps.now() },
          origin: { ipAddress: null, place: null, network: null, userAgent: null },
        }),
    };
    for (const [how, end] of Object.entries(endings)) {
      const { apiKey, device } = await adasKey(product);
      expect((await verify(apiKey)).kind).toBe("valid");
      await end(device.id);
      expect(inMemory(apiKey), how).toBeUndefined();
      expect((await verify(apiKey)).kind, how).toBe("revoked");
    }
  });
});

describe("memory of keys", () => {
  it("keeps nothing that was read before a revocation was heard, however the two race", async () => {
    const product = await openProduct();
    const { ada, as, deps } = product;
    Object.assign(deps.events, { isLive: () => true });
    for (let round = 0; round < 300; round += 20) {
      const keys = await atOnce(20, () => adasKey(product));
      const stale = await Promise.all(
        keys.map(async ({ apiKey, device }, index) => {
          const verifying = atOnce(4, async () => {
            for (let turn = 0; turn < index % 5; turn++) await new Promise(setImmediate);
            return product.terminal.keys.verify({ apiKey });
          });
          await as(ada).devices.revoke({ id: device.id });
          const next = verifyKeyFromMemory(deps, { apiKey })?.kind ?? "not in memory";
          await verifying;
          return [next, verifyKeyFromMemory(deps, { apiKey })?.kind ?? "not in memory"];
        }),
      );
      expect(stale.flat()).not.toContain("valid");
    }
  });

  it("serves nothing while it cannot hear the others, nor what it knew before a gap", async () => {
    const product = await openProduct();
    const { apiKey } = await adasKey(product);
    let isLive = true;
    const { deps, events } = instanceOf(
      product,
      createHub(() => isLive),
    );
    const inMemory = () => verifyKeyFromMemory(deps, { apiKey })?.kind;
    await deps.keys.find(deps.secrets.hashApiKey(apiKey));
    expect(inMemory()).toBe("valid");
    isLive = false;
    expect(inMemory()).toBeUndefined();
    isLive = true;
    events.gap();
    expect(inMemory()).toBeUndefined();
    isLive = false;
    await deps.keys.find(deps.secrets.hashApiKey(apiKey));
    isLive = true;
    expect(inMemory()).toBeUndefined();
  });

  it("is four seconds at most, if nobody tells it anything", async () => {
    const product = await openProduct();
    const { apiKey, device } = await adasKey(product);
    const deaf = instanceOf(product);
    await deaf.deps.keys.find(deaf.deps.secrets.hashApiKey(apiKey));
    const revokedAt = performance.now();
    await product.as(product.ada).devices.revoke({ id: device.id });
    // In use all the while, so that what is in memory is read again beside the calls.
    while (performance.now() - revokedAt < 5_000) {
      verifyKeyFromMemory(deaf.deps, { apiKey });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const last = verifyKeyFromMemory(deaf.deps, { apiKey })?.kind ?? "not in memory";
    expect(["revoked", "not in memory"]).toContain(last);
  });

  it("holds what is in use, if seldom, as long as it is what it was", async () => {
    const product = await openProduct();
    const { apiKey, device } = await adasKey(product);
    const deaf = instanceOf(product);
    const inMemory = () => verifyKeyFromMemory(deaf.deps, { apiKey })?.kind;
    await deaf.deps.keys.find(deaf.deps.secrets.hashApiKey(apiKey));
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    await expect.poll(inMemory).toBe("valid");
    await product.as(product.ada).devices.revoke({ id: device.id });
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    expect(inMemory()).not.toBe("valid");
  });

  it("looks at the clock each time", async () => {
    const product = await openProduct({ apiKeyTtlSeconds: 3_600 });
    const { apiKey } = await adasKey(product);
    const { deps } = instanceOf(product);
    await deps.keys.find(deps.secrets.hashApiKey(apiKey));
    expect(verifyKeyFromMemory(deps, { apiKey })?.kind).toBe("valid");
    product.wait(3_600);
    expect(verifyKeyFromMemory(deps, { apiKey })?.kind).toBe("expired");
  });
});

describe("when a key was last used", () => {
  it("only moves forward, whichever of two instances writes last, and is one row a key", async () => {
    const product = await openProduct();
    const { deps, database } = product;
    const keys = await atOnce(5, () => adasKey(product));
    const instances = [createKeyUses(deps.store), createKeyUses(deps.store)] as const;
    const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 0, minutes));
    const written = async () =>
      (await database.prisma.apiKey.findMany()).map(({ lastUsedAt }) => lastUsedAt?.getTime());
    let newest = 0;
    for (let round = 0; round < 20; round++) {
      const [a, b] = [Math.floor(Math.random() * 600), Math.floor(Math.random() * 600)];
      for (const { device } of keys) {
        instances[0].note(device.id, at(a), null);
        instances[1].note(device.id, at(b), null);
      }
      await Promise.all(instances.map((uses) => uses.flush()));
      newest = Math.max(newest, at(a).getTime(), at(b).getTime());
      for (const time of await written()) {
        // Exact to a minute: a use within one after what is noted is not worth a write.
        expect(Math.abs((time ?? 0) - newest)).toBeLessThan(60_000);
      }
    }
  });

  it("is written when the process ends", async () => {
    const product = await openProduct();
    const { device } = await adasKey(product);
    const uses = createKeyUses(product.deps.store);
    const at = new Date();
    uses.note(device.id, at, null);
    await uses.close();
    const { lastUsedAt } = await product.database.prisma.apiKey.findUniqueOrThrow({
      where: { id: device.id },
    });
    expect(lastUsedAt).toEqual(at);
  });
});
