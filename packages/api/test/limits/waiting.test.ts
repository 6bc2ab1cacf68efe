import { expect, it } from "vitest";
import { createPollPacer } from "../../src/index";

it("counts the command lines that keep polling, and none that left, was answered or ran out of time", () => {
  const pacer = createPollPacer();
  const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000);
  const grant = { clientId: "a", isForAnybody: true, asOf: 0, expiresAt: at(900), intervalSeconds: 5 };
  for (const one of ["polls", "leaves", "is redeemed", "never polls"]) pacer.remember(one, grant);
  pacer.remember("runs out", { ...grant, expiresAt: at(7) });
  expect(pacer.countWaiting(at(0))).toBe(0);
  for (const one of ["polls", "leaves", "is redeemed", "runs out"]) pacer.take(one, at(0));
  expect(pacer.countWaiting(at(1))).toBe(4);
  pacer.forget("is redeemed");
  for (const one of ["polls", "runs out"]) pacer.take(one, at(5));
  expect(pacer.countWaiting(at(6))).toBe(3);
  expect(pacer.countWaiting(at(8))).toBe(2);
  pacer.take("polls", at(10));
  expect(pacer.countWaiting(at(12))).toBe(1);
});
