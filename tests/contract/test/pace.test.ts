import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { expireLogin } from "../support/database";
import { approve, deny, poll, startLogin } from "../support/flows";
import { hosts, type Host } from "../support/hosts";
import { signUp } from "../support/people";
import { anyText } from "../support/matchers";

/** Contract §6: throttling never hides a decision, and whoever keeps the beat never hears of it. */

const words = (replies: { body: unknown }[]) =>
  replies.map(({ body }) => (body as { error?: string }).error ?? "key");
const pollTimes = (host: Host, code: string, times: number) =>
  Promise.all(Array.from({ length: times }, () => poll(host, code)));

describe.concurrent.each(hosts)("$kind: pace", (host) => {
  it("lets two polls in at once and tells the third to slow down, with the new interval in the body", async () => {
    const { device_code } = await startLogin(host);
    expect(words(await pollTimes(host, device_code, 2))).toEqual([
      "authorization_pending",
      "authorization_pending",
    ]);
    const third = await poll(host, device_code);
    expect({ status: third.status, body: third.body }).toEqual({
      status: 400,
      body: {
        error: "slow_down",
        error_description: anyText,
        detail: { error: "slow_down", message: anyText },
        interval: 10,
      },
    });
  });

  it("adds five seconds each time, up to sixty, for this code alone", async () => {
    const { device_code } = await startLogin(host);
    await pollTimes(host, device_code, 2);
    const replies = await pollTimes(host, device_code, 13);
    const intervals = replies.map(({ body }) => (body as { interval?: number }).interval ?? 0);
    expect(intervals.sort((a, b) => a - b)).toEqual([10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 60, 60]);
    const other = await startLogin(host);
    expect(words(await pollTimes(host, other.device_code, 3))).toContain("slow_down");
    expect(words([await poll(host, (await startLogin(host)).device_code)])).toEqual([
      "authorization_pending",
    ]);
  });

  it("answers approval, denial and expiry at once to a client that was told to slow down", async () => {
    const ada = await signUp(host, "Ada Lovelace");
    const [approved, denied, expired] = await Promise.all([
      startLogin(host),
      startLogin(host),
      startLogin(host),
    ]);
    for (const { device_code } of [approved, denied, expired]) {
      await pollTimes(host, device_code, 2);
      expect(words([await poll(host, device_code)])).toEqual(["slow_down"]);
    }
    await approve(host, ada, approved.user_code);
    await deny(host, ada, denied.user_code);
    await expireLogin(host, expired.device_code);
    expect(words([await poll(host, denied.device_code)])).toEqual(["access_denied"]);
    expect(words([await poll(host, expired.device_code)])).toEqual(["expired_token"]);
    expect(words([await poll(host, approved.device_code)])).toEqual(["key"]);
  });

  it("takes a beat that comes a full second early, twice over", async () => {
    const { device_code } = await startLogin(host);
    for (let beat = 0; beat < 3; beat++) {
      // Two, so that neither of the next two can be the former beat's spare.
      const replies = await pollTimes(host, device_code, 2);
      expect(words(replies), `beat ${beat}`).toEqual(["authorization_pending", "authorization_pending"]);
      if (beat === 0) await sleep(4_020);
      else await sleep(5_000);
    }
  });

  it("does not move the clock for a poll that it rejects", async () => {
    const { device_code } = await startLogin(host);
    await pollTimes(host, device_code, 2);
    const beat = sleep(5_000);
    await sleep(2_500);
    expect(words([await poll(host, device_code)])).toEqual(["slow_down"]);
    await beat;
    expect(words(await pollTimes(host, device_code, 2))).toEqual([
      "authorization_pending",
      "authorization_pending",
    ]);
  });

  it("lets a client in that polls every five seconds, and never tells it to slow down", async () => {
    const ada = await signUp(host, "Ada Lovelace");
    const { device_code, user_code, interval } = await startLogin(host);
    const heard: string[] = [];
    for (let beat = 0; heard.at(-1) !== "key" && beat < 6; beat++) {
      const next = sleep(interval * 1000);
      heard.push(...words([await poll(host, device_code)]));
      if (beat === 3) await approve(host, ada, user_code);
      if (heard.at(-1) !== "key") await next;
    }
    expect(heard).toEqual([...Array<string>(4).fill("authorization_pending"), "key"]);
  });

  it("lets a client in that polls twice in the same millisecond on every beat", async () => {
    const ada = await signUp(host, "Ada Lovelace");
    const { device_code, user_code, interval } = await startLogin(host);
    for (let beat = 0; beat < 4; beat++) {
      const next = sleep(interval * 1000);
      const heard = words(await pollTimes(host, device_code, 2));
      expect(heard, `beat ${beat}`).toEqual(["authorization_pending", "authorization_pending"]);
      await next;
    }
    await approve(host, ada, user_code);
    expect(words(await pollTimes(host, device_code, 2)).sort()).toEqual(["invalid_grant", "key"]);
  });
});
