import { signUp, type Person } from "@alprina/contract-tests/support/people";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectUndisturbed, startOthers } from "../support/others";
import { startSdkLogins } from "../support/sdk-logins";
import { openService, type Service } from "../support/service";

const WAITING = 1_000;

describe("an instance that is killed", () => {
  let service: Service;
  let ada: Person;

  beforeAll(async () => {
    service = await openService("killed");
    ada = await signUp(service.front, "Ada Lovelace");
  });
  afterAll(() => service?.close());

  it(`leaves ${WAITING} command lines that wait on it to the other one, and all of them get in`, async () => {
    const { front, ledger, nginx } = service;
    const logins = startSdkLogins(front.url, WAITING);
    const others = await startOthers(front);
    const codes = await logins.userCodes;
    const [chosen, other] = service.chosenAndOther();
    const before = nginx.answeredBy();
    expect(before.filter((who) => who === new URL(chosen.url).host).length).toBeGreaterThan(WAITING);

    chosen.server.process.kill("SIGKILL");
    await ledger.approve(other, ada, codes);
    const keys = await logins.keys();
    // Last, so that they have asked the other one more than once.
    await ledger.approve(
      other,
      ada,
      others.map(({ userCode }) => userCode),
    );
    for (const login of others) await expectUndisturbed(login, ada);
    await ledger.expectNothingLost(keys);

    await chosen.start();
    await ledger.expectNothingLost(keys);
  });
});
