import { call } from "@alprina/contract-tests/support/call";
import { signUp, type Person } from "@alprina/contract-tests/support/people";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openService, type Service } from "../support/service";

/** A twentieth of every budget. */
const FACTOR = 0.05;
const OF_ADDRESS = 120 * FACTOR;
const OF_SERVICE = 6_000 * FACTOR;
const OF_PERSON = 60 * FACTOR;
/** Together they could guess more often than the service allows. */
const ADDRESSES = 60;

describe("budgets of several instances", () => {
  let service: Service;
  let ada: Person;

  beforeAll(async () => {
    service = await openService("budgets", { LIMIT_FACTOR: String(FACTOR) });
    ada = await signUp(service.front, "Ada Lovelace");
  });
  afterAll(() => service?.close());

  /** nginx writes down where a call comes from, whatever its sender had written there. */
  const guess = (index: number, path: string, json: object, bearer?: string) =>
    call(service.front, "POST", path, {
      ...{ json, bearer, from: `203.0.113.${index}` },
      localAddress: `127.0.1.${index}`,
    }).then(({ status }) => status);
  const guessDashboardCode = (index: number) => guess(index, "/v1/auth/cli-verify", { cli_code: "AAAAAA" });
  const guessUserCode = (index: number) =>
    guess(index, "/v1/auth/device/authorize", { user_code: "BCDF-GHJK" }, ada.token);

  it("of a person hold when guesses come from many addresses at once", async () => {
    const guesses = Array.from({ length: 20 }, (_, index) => guessUserCode(index + 1));
    const statuses = await Promise.all(guesses);
    expect(statuses.filter((status) => status === 404)).toHaveLength(OF_PERSON);
    expect(statuses.filter((status) => status === 429)).toHaveLength(20 - OF_PERSON);
    expect(new Set(service.nginx.answeredBy()).size).toBe(2);
  });

  it("of an address and of the service hold when many addresses guess at once", async () => {
    const guesses = Array.from({ length: ADDRESSES }, async (_, index) => {
      const tries = Array.from({ length: OF_ADDRESS + 2 }, () => guessDashboardCode(index + 1));
      return (await Promise.all(tries)).filter((status) => status !== 429);
    });
    const passed = await Promise.all(guesses);
    expect(new Set(passed.flat())).toEqual(new Set([404]));
    expect(Math.max(...passed.map((of) => of.length))).toBeLessThanOrEqual(OF_ADDRESS);
    expect(passed.flat()).toHaveLength(OF_SERVICE);
  });

  it("are not had anew by a restart of all instances", async () => {
    for (const instance of service.instances) {
      expect(await instance.server.stop()).toBe(0);
      await instance.start();
    }
    expect(await guessUserCode(200)).toBe(429);
    expect(await guessDashboardCode(200)).toBe(429);
  });
});
