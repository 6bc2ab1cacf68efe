import { beforeAll, describe, expect, it } from "vitest";
import { createHub, createWaiting } from "../../src/index";
import { awaitDecision } from "../../src/services/await-decision";
import { hashKey } from "../../src/services/poll-login";
import { atOnce, openProduct, reviewedLogin, sender, tally } from "../support/product";
import { becomesLive, countReads, cutListeners, openTwo } from "./instances";

let two: Awaited<ReturnType<typeof openTwo>>;
beforeAll(async () => {
  two = await openTwo();
});

type Login = Awaited<ReturnType<typeof reviewedLogin>>;
const waitSeconds = 25;
const poll = ({ deviceCode }: Login) => two.here.terminal.logins.poll({ deviceCode, waitSeconds });
/** On the other instance. */
const decide = ({ grantId }: Login, decision: "approve" | "deny") =>
  two.there.as(two.there.ada).grants.decide({ grantId, decision });

// Whoever waited to the end would be told that the grant is pending.
describe("a poll that waits", () => {
  it("hears what is decided on another instance, and reads nothing before", async () => {
    const login = await reviewedLogin(two.here);
    const reads = countReads(two.here);
    const answer = poll(login);
    expect(reads()).toBe(0);
    await decide(login, "approve");
    expect(await answer).toMatchObject({ kind: "approved", heldSeconds: waitSeconds });
    expect(reads()).toBe(1);
  });

  it("never misses a decision that races with its start", async () => {
    const logins = await atOnce(100, () => reviewedLogin(two.here));
    // Half of them unknown to this instance, so that they are read.
    logins.forEach(({ deviceCode }, index) => {
      if (index % 2) two.here.deps.pacer.forget(hashKey(two.here.deps.secrets.hashDeviceCode(deviceCode)));
    });
    const answers = await atOnce(logins.length, async (index) => {
      const login = logins[index] as Login;
      const [answer] = await Promise.all([poll(login), decide(login, "deny")]);
      return answer;
    });
    expect(tally(answers)).toEqual({ denied: 100 });
  });

  it("of one approved code, is one of fifty that gets the key", async () => {
    const login = await reviewedLogin(two.here);
    const answers = atOnce(50, () => poll(login));
    await decide(login, "approve");
    expect(tally(await answers)).toEqual({ approved: 1, unknown: 49 });
  });

  it("takes no key once whoever asked has gone", async () => {
    const login = await reviewedLogin(two.here);
    const gone = new AbortController();
    const { here } = two;
    const { deviceCode } = login;
    const answer = awaitDecision(here.deps, sender, { deviceCode, waitSeconds, hangUp: () => gone.signal });
    gone.abort();
    expect((await answer).kind).toBe("pending");
    await here.as(here.ada).grants.decide({ grantId: login.grantId, decision: "approve" });
    expect((await here.terminal.logins.poll({ deviceCode })).kind).toBe("approved");
  });

  it("loses nothing with the connection that listens", async () => {
    const login = await reviewedLogin(two.here);
    const answer = poll(login);
    await cutListeners(two.here);
    await decide(login, "deny");
    expect((await answer).kind).toBe("denied");
    await Promise.all([becomesLive(two.here.deps.events), becomesLive(two.there.deps.events)]);
  });

  it("is answered pending when its time is over, and the next one is not too soon", async () => {
    const { deviceCode } = await two.here.terminal.logins.start({});
    const poll = (waitSeconds?: number) => two.here.terminal.logins.poll({ deviceCode, waitSeconds });
    for (let i = 0; i < 3; i++) expect((await poll(1)).kind).toBe("pending");
    expect(await poll()).toEqual({ kind: "pending", intervalSeconds: 5 });
    expect((await poll()).kind).toBe("pending");
    expect((await poll()).kind).toBe("slow-down");
  });
});

describe("a server that ends, or holds as many as it may", () => {
  it("answers those that wait, and holds no others", async () => {
    const product = await openProduct();
    const waiting = createWaiting({
      events: createHub(() => true),
      findPending: (hashes) => Promise.resolve(hashes),
      maxWaiting: 1,
    });
    const { deviceCode } = await product.terminal.logins.start({});
    product.deps.waiting = waiting;
    const held = product.terminal.logins.poll({ deviceCode, waitSeconds });
    const second = await product.terminal.logins.poll({ deviceCode, waitSeconds });
    expect(second).toEqual({ kind: "pending", intervalSeconds: 5 });
    waiting.drain();
    expect(await held).toEqual({ kind: "pending", intervalSeconds: 5, heldSeconds: waitSeconds });
    const later = await product.terminal.logins.poll({ deviceCode, waitSeconds });
    expect(later).toEqual({ kind: "pending", intervalSeconds: 5 });
  });
});
