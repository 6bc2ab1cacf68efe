import { call, expectRefusal } from "@alprina/contract-tests/support/call";
import { signUp, type Person } from "@alprina/contract-tests/support/people";
import { untilReady } from "@alprina/contract-tests/support/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startCommandLine } from "../support/command-line";
import { expectUndisturbed, startOthers } from "../support/others";
import { startSdkLogins } from "../support/sdk-logins";
import { openService, type Service } from "../support/service";

describe("a PostgreSQL that is restarted", () => {
  let service: Service;
  let ada: Person;
  let keys: string[] = [];

  beforeAll(async () => {
    service = await openService("restart");
    ada = await signUp(service.front, "Ada Lovelace");
  });
  afterAll(() => service?.close());

  it("ends no login that waits: ours, openid-client's, oauth4webapi's", async () => {
    const { front, instances, ledger, postgres } = service;
    const ours = [startSdkLogins(front.url, 40), startSdkLogins(instances[0].url, 20)];
    ours.push(startSdkLogins(instances[1].url, 20));
    const commandLine = startCommandLine(front.url);
    const others = [...(await startOthers(front)), ...(await startOthers(front))];
    const codes = (await Promise.all(ours.map(({ userCodes }) => userCodes))).flat();
    codes.push(await commandLine.userCode, ...others.map(({ userCode }) => userCode));

    const heardBefore = others.map(({ heard }) => heard().length);
    await postgres.halt();
    // As long as it takes until each of them has asked while the database was away.
    const hasAsked = () => others.every(({ heard }, index) => heard().length > heardBefore[index]!);
    await expect.poll(hasAsked, { timeout: 60_000 }).toBe(true);
    for (const instance of instances) {
      const refused = await call(instance, "POST", "/v1/auth/device");
      expectRefusal(refused, 503, "Database unavailable");
      expect(refused.headers["retry-after"]).toMatch(/^[1-9]\d*$/);
    }
    await postgres.resume();
    for (const { server } of instances) await untilReady(server);

    await ledger.approve(instances[1], ada, codes);
    for (const login of others) await expectUndisturbed(login, ada);
    await commandLine.expectSignedIn(ada);
    keys = (await Promise.all(ours.map((logins) => logins.keys()))).flat();
    expect(ours.flatMap((logins) => logins.retries())).toEqual([]);
    await ledger.expectNothingLost(keys);
  });

  it("under load, three times, while people approve and command lines fetch their keys, loses none", async () => {
    const { front, instances, ledger, postgres } = service;
    const ours = startSdkLogins(front.url, 100);
    const approving = ledger.approve(instances[0], ada, await ours.userCodes);
    for (let restart = 0; restart < 3; restart++) {
      await postgres.halt();
      await postgres.resume();
      for (const { server } of instances) await untilReady(server);
    }
    await approving;
    await ledger.expectNothingLost([...keys, ...(await ours.keys())]);
  });
});
