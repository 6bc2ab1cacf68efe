import { connect } from "node:net";
import { call } from "@alprina/contract-tests/support/call";
import { sql, sha256 } from "@alprina/contract-tests/support/database";
import { logIn, startLogin } from "@alprina/contract-tests/support/flows";
import { signUp, type Person } from "@alprina/contract-tests/support/people";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectUndisturbed, startOthers } from "../support/others";
import { startSdkLogins } from "../support/sdk-logins";
import { openService, type Service } from "../support/service";
import { waitOnce } from "../support/waiting";

describe("an instance that is told to stop (SIGTERM)", () => {
  let service: Service;
  let ada: Person;

  beforeAll(async () => {
    service = await openService("stopped");
    ada = await signUp(service.front, "Ada Lovelace");
  });
  afterAll(() => service?.close());

  it("and is started again behind nginx loses no login, and no command line notices", async () => {
    const { front, ledger } = service;
    const ours = startSdkLogins(front.url, 50);
    const others = await startOthers(front);
    const codes = [...(await ours.userCodes), ...others.map(({ userCode }) => userCode)];
    const [chosen, other] = service.chosenAndOther();
    expect(await chosen.server.stop()).toBe(0);
    await ledger.approve(other, ada, codes.splice(0, 25));
    await chosen.start();
    await ledger.approve(front, ada, codes);

    for (const login of others) await expectUndisturbed(login, ada);
    const keys = await ours.keys();
    expect(ours.retries()).toEqual([]);
    await ledger.expectNothingLost(keys);
  });

  it("answers the polls that wait, writes down which keys were used, and ends", async () => {
    const [instance, other] = service.instances;
    const { api_key } = await logIn(other, ada);
    const logins = await Promise.all(Array.from({ length: 20 }, () => startLogin(instance)));
    const waiting = logins.map(({ device_code }) => waitOnce(instance, device_code));
    const used = await call(instance, "GET", "/v1/auth/me", { bearer: api_key });
    expect(used.status).toBe(200);

    expect(await instance.server.stop()).toBe(0);
    for (const reply of await Promise.all(waiting)) {
      expect(reply).toMatchObject({
        status: 400,
        headers: { "preference-applied": "wait=25" },
        body: { error: "authorization_pending" },
      });
    }
    const rows = await sql<{ last_used_at: Date | null }>(
      instance,
      "SELECT last_used_at FROM api_key WHERE key_hash = $1",
      [sha256(api_key)],
    );
    expect(rows).toEqual([{ last_used_at: expect.any(Date) as unknown }]);
    await instance.start();
  });

  it("is held by a connection that gets no further for some seconds only, and by a second signal not at all", async () => {
    const [first, second] = service.instances;
    for (const instance of [first, second]) await holdRequest(instance.url);
    const [byItself, atOnce] = [first.server.stop(), second.server.stop()];
    await expect.poll(() => connects(second.url), { timeout: 10_000 }).toBe(false);
    second.server.process.kill("SIGTERM");
    expect(await atOnce).toBe(1);
    expect(await byItself).toBe(0);
    await Promise.all([first.start(), second.start()]);
  });
});

/** A request whose body never ends. */
function holdRequest(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      const lines = [
        "POST /v1/auth/device/token HTTP/1.1",
        `Host: ${hostname}`,
        "Content-Length: 100",
        "",
        "{",
      ];
      socket.write(lines.join("\r\n"), () => resolve());
    });
    socket.on("error", () => undefined);
  });
}

/** Whether anybody listens there. */
function connects(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.destroy();
      resolve(true);
    }).once("error", () => resolve(false));
  });
}
