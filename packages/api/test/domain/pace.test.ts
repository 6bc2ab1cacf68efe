import { describe, expect, it } from "vitest";
import { startPace, takePoll } from "../../src/domain/pace";

/** Polls a code with an interval of 5 s at these seconds; which of them came too soon, and the interval at the end. */
function poll(...seconds: number[]) {
  let pace = startPace(5);
  const tooSoon = seconds.filter((second) => {
    const taken = takePoll(pace, 1_000_000 + second * 1000);
    pace = taken.pace;
    return taken.tooSoon;
  });
  return { tooSoon, intervalSeconds: pace.intervalSeconds };
}

describe("the pace of one code", () => {
  it("never slows a beat of the advertised interval down, from the first moment on", () => {
    const beat = Array.from({ length: 200 }, (_, i) => i * 5);
    expect(poll(...beat)).toEqual({ tooSoon: [], intervalSeconds: 5 });
  });

  it("never slows a beat down whose timer drifts by up to a second", () => {
    const drifting = Array.from({ length: 200 }, (_, i) => i * 5 + [0, 0.4, -0.4, 0.9, 0.1][i % 5]!);
    expect(poll(...drifting).tooSoon).toEqual([]);
  });

  it("takes two polls at once for one, on every beat", () => {
    const twins = Array.from({ length: 100 }, (_, i) => [i * 5, i * 5]).flat();
    expect(poll(...twins).tooSoon).toEqual([]);
  });

  it("does not take one beat's delay for the next one's haste, also when two come at once", () => {
    const held = Array.from({ length: 200 }, (_, i) => i * 5 + [2, 0, 1.5, 0, 0.7][i % 5]!);
    expect(poll(...held.flatMap((second) => [second, second])).tooSoon).toEqual([]);
  });

  it("slows no beat down when the clock is set back, by seconds or by an hour, or forward", () => {
    for (const step of [-3_600, -600, -7, -6, -3, 600, 3_600]) {
      const beat = Array.from({ length: 20 }, (_, i) => i * 5 + (i < 5 ? 0 : step));
      expect(poll(...beat), `${step} s`).toEqual({ tooSoon: [], intervalSeconds: 5 });
    }
  });

  it("goes on slowing down whoever is too fast after the clock was set back", () => {
    const hasty = Array.from({ length: 20 }, (_, i) => i - 3_600);
    expect(poll(0, ...hasty).tooSoon[0]).toBe(-3_598);
  });

  it("still slows down who polls every second", () => {
    expect(poll(...Array.from({ length: 20 }, (_, i) => i)).tooSoon[0]).toBe(2);
  });

  it("takes two polls at once and one a full second early", () => {
    expect(poll(0, 0, 4, 9, 14, 19).tooSoon).toEqual([]);
  });

  it("tells a third poll at once to slow down, by five seconds more each time, up to sixty", () => {
    expect(poll(0, 0, 0)).toEqual({ tooSoon: [0], intervalSeconds: 10 });
    expect(poll(0, 0, 0, 0)).toEqual({ tooSoon: [0, 0], intervalSeconds: 15 });
    expect(poll(...Array.from({ length: 50 }, () => 0)).intervalSeconds).toBe(60);
  });

  it("does not move the clock for a poll that it refuses", () => {
    // Refused at 1 and 2; the beat that was due at 5 is on time all the same.
    expect(poll(0, 0, 1, 2, 5)).toEqual({ tooSoon: [1, 2], intervalSeconds: 15 });
  });

  it("expects the longer interval after it said so", () => {
    // 10 s after the beat at 5: a beat and its twin at 5, then nothing until 15.
    expect(poll(0, 0, 0, 5, 5, 10, 15).tooSoon).toEqual([0, 10]);
  });
});
