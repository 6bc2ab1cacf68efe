import { describe, expect, it } from "vitest";
import { addressSubject } from "../../src/limits/subject";
import { createPollPacer } from "../../src/limits/poll-pacer";
import { openProduct } from "../support/product";

describe("budgets", () => {
  it("end with the seconds to wait, the same for a right and a wrong code", async () => {
    // 120 tries at a dashboard code, times 1/60: two.
    const product = await openProduct({}, { limitFactor: 1 / 60 });
    const { code } = await product.as(product.ada).dashboardCodes.issue();
    const redeem = (dashboardCode: string) =>
      product.terminal.dashboardCodes.redeem({ dashboardCode, offersConfirmation: false });
    await redeem("AAAAAA");
    await redeem("BBBBBB");
    const refusals = await Promise.allSettled([redeem("CCCCCC"), redeem(code)]);
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({
        status: "rejected",
        reason: { code: "TOO_MANY_REQUESTS", cause: { code: "over-budget" } },
      });
    }
    const reasons = refusals.map((refusal) => (refusal as PromiseRejectedResult).reason as Error);
    expect(reasons[0]?.message).toBe(reasons[1]?.message);
  });

  it("are not exceeded by calls at once, and are shared by instances", async () => {
    const product = await openProduct({}, { limitFactor: 1 / 12 });
    const started = await Promise.allSettled(
      Array.from({ length: 40 }, () => product.terminal.logins.start({})),
    );
    expect(started.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
    const { count } = (await product.database.pool.query("SELECT count(*)::int FROM device_grant"))
      .rows[0] as {
      count: number;
    };
    expect(count).toBe(10);
  });

  it("count one customer's IPv6 network as one, and IPv4 in IPv6 clothes as itself", () => {
    expect(addressSubject("2001:db8:1:2:3:4:5:6")).toBe(addressSubject("2001:db8:1:2::1"));
    expect(addressSubject("2001:db8:1:3::1")).not.toBe(addressSubject("2001:db8:1:2::1"));
    expect(addressSubject("::ffff:203.0.113.24")).toBe("203.0.113.24");
    expect(addressSubject("203.0.113.24")).toBe("203.0.113.24");
    expect(addressSubject(null)).toBe("unknown");
    expect(addressSubject("nonsense")).toBe("unknown");
  });
});

describe("what an instance remembers of polls", () => {
  const at = (seconds: number) => new Date(1_000_000 + seconds * 1000);

  it("is bounded, and forgets what is over", () => {
    const pacer = createPollPacer({ maxGrants: 2 });
    const grant = { clientId: "a", isForAnybody: true, asOf: 0, expiresAt: at(900), intervalSeconds: 5 };
    for (const hash of ["a", "b", "c"]) pacer.remember(hash, grant);
    expect(pacer.lastKnown("a", at(0))).toBeUndefined();
    expect(pacer.lastKnown("c", at(0))?.pace.intervalSeconds).toBe(5);
    expect(pacer.lastKnown("c", at(900))).toBeUndefined();
    pacer.forget("c");
    expect(pacer.lastKnown("c", at(0))).toBeUndefined();
  });
});
