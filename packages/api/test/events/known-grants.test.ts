import { beforeAll, describe, expect, it, vi } from "vitest";
import { createHub, pollFromMemory, type Happening } from "../../src/index";
import { openProduct, reviewedLogin } from "../support/product";
import { becomesLive, countReads, cutListeners, openTwo } from "./instances";

let two: Awaited<ReturnType<typeof openTwo>>;
beforeAll(async () => {
  two = await openTwo();
});

describe("a grant that an instance knows to be pending", () => {
  it("costs no query, neither where it was started nor where it was read", async () => {
    const { here, there } = two;
    const { deviceCode } = await here.terminal.logins.start({});
    const [readsHere, readsThere] = [countReads(here), countReads(there)];
    expect(pollFromMemory(here.deps, { deviceCode })?.kind).toBe("pending");
    expect(pollFromMemory(there.deps, { deviceCode })).toBeUndefined();
    expect((await here.terminal.logins.poll({ deviceCode })).kind).toBe("pending");
    expect((await there.terminal.logins.poll({ deviceCode })).kind).toBe("pending");
    expect((await there.terminal.logins.poll({ deviceCode })).kind).toBe("pending");
    expect([readsHere(), readsThere()]).toEqual([0, 1]);
  });

  it("is known no longer once another instance decided it", async () => {
    const { here, there } = two;
    const login = await reviewedLogin(here);
    expect(pollFromMemory(here.deps, login)?.kind).toBe("pending");
    await there.as(there.ada).grants.decide({ grantId: login.grantId, decision: "approve" });
    await vi.waitFor(() => expect(pollFromMemory(here.deps, login)).toBeUndefined());
    expect((await here.terminal.logins.poll(login)).kind).toBe("approved");
  });

  it("is read again after a connection that was lost, whatever was decided meanwhile", async () => {
    const { here, there } = two;
    const login = await reviewedLogin(here);
    let isGap = false;
    here.deps.events.onGap(() => (isGap = true));
    await cutListeners(here);
    await there.as(there.ada).grants.decide({ grantId: login.grantId, decision: "deny" });
    await vi.waitFor(() => expect(isGap).toBe(true), 20_000);
    await becomesLive(here.deps.events);
    expect((await here.terminal.logins.poll(login)).kind).toBe("denied");
    await becomesLive(there.deps.events);
  });

  it("is not taken for pending by a read that the decision overtook", async () => {
    const hub = createHub(() => true);
    const product = await openProduct({}, { events: hub });
    const login = await reviewedLogin(product);
    product.deps.pacer.forget(
      Buffer.from(product.deps.secrets.hashDeviceCode(login.deviceCode)).toString("base64"),
    );
    const read = product.deps.store.findGrantByDeviceCode.bind(product.deps.store);
    product.deps.store.findGrantByDeviceCode = async (hash) => {
      const grant = await read(hash);
      await product.as(product.ada).grants.decide({ grantId: login.grantId, decision: "deny" });
      hub.announce({ kind: "grant", deviceCodeHash: Buffer.from(hash).toString("base64") });
      return grant;
    };
    expect((await product.terminal.logins.poll(login)).kind).toBe("pending");
    expect(pollFromMemory(product.deps, login)).toBeUndefined();
  });

  it("is nobody's from memory who must prove more than that they hold the code", async () => {
    const { here } = two;
    const { deviceCode } = await here.terminal.logins.start({
      client: { clientId: "alprina-cli" },
      challenge: { challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", method: "S256" },
    });
    await here.terminal.logins.poll({ deviceCode });
    expect(pollFromMemory(here.deps, { deviceCode })).toBeUndefined();
    const { deviceCode: plain } = await here.terminal.logins.start({ client: { clientId: "alprina-cli" } });
    const ask = (client: { clientId: string; clientSecret?: string }) =>
      pollFromMemory(here.deps, { deviceCode: plain, client })?.kind;
    expect(ask({ clientId: "alprina-cli" })).toBe("pending");
    expect(ask({ clientId: "another" })).toBeUndefined();
    expect(ask({ clientId: "alprina-cli", clientSecret: "wrong" })).toBeUndefined();
  });
});

describe("whoever changes a row", () => {
  it("is heard by every instance, with a plain UPDATE as well, and a used key is not told", async () => {
    const { here, there } = two;
    const heard: Happening[] = [];
    const stop = here.deps.events.subscribe((happening) => heard.push(happening));
    const login = await reviewedLogin(here);
    await there.as(there.ada).grants.decide({ grantId: login.grantId, decision: "approve" });
    await here.terminal.logins.poll({ deviceCode: login.deviceCode, waitSeconds: 25 });
    const { pool } = here.database;
    await pool.query("UPDATE api_key SET last_used_at = now()");
    await pool.query("UPDATE api_key SET status = 'revoked' WHERE user_id = 'ada'");
    await pool.query(`UPDATE "user" SET locked_at = now() WHERE id = 'mallory'`);
    await pool.query("UPDATE client SET name = name WHERE id = 'alprina-cli'");
    await vi.waitFor(() => expect(heard.at(-1)).toEqual({ kind: "client", clientId: "alprina-cli" }));
    stop();
    const deviceCodeHash = Buffer.from(here.deps.secrets.hashDeviceCode(login.deviceCode)).toString("base64");
    expect(heard).toEqual([
      { kind: "grant", deviceCodeHash },
      { kind: "person", personId: "ada" },
      { kind: "person", personId: "mallory" },
      { kind: "client", clientId: "alprina-cli" },
    ]);
  });
});
