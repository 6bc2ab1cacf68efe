import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { call, expectRefusal } from "../support/call";
import { authorize, poll, redeem, review, startLogin } from "../support/flows";
import { strictHosts } from "../support/hosts";
import { signUp } from "../support/people";
import { confirmationReply, dashboardCodeReply, read } from "../support/wire";

/** Codes that live five seconds, by the real clock. */
describe.concurrent.each(strictHosts)("$kind: time", (host) => {
  const net = host.kind === "front door" ? "192.0.2.1" : "192.0.2.2";

  it("ends a device code that was answered as such", async () => {
    const ada = await signUp(host, "Ada Lovelace", `${net}0`);
    const { device_code, user_code, expires_in } = await startLogin(host, {}, `${net}1`);
    expect(expires_in).toBe(5);
    expect((await poll(host, device_code)).body).toMatchObject({ error: "authorization_pending" });
    await sleep(5_050);
    expect((await poll(host, device_code)).body).toMatchObject({ error: "expired_token" });
    expect(await review(host, ada, user_code)).toEqual({ kind: "expired" });
    expectRefusal(await authorize(host, ada, user_code), 404, "Invalid user code or authorization expired");
  });

  it("ends a dashboard code, and one that waited too long for Connect", async () => {
    const [ada, grace] = [
      await signUp(host, "Ada Lovelace", `${net}2`),
      await signUp(host, "Grace Hopper", `${net}3`),
    ];
    const issue = async (bearer: string) =>
      read(await call(host, "POST", "/v1/auth/dashboard-code", { bearer }), dashboardCodeReply);
    const [left, claimed] = [await issue(ada.token), await issue(grace.token)];
    expect(left.expires_in).toBe(5);
    const waiting = await redeem(host, claimed.cli_code, { confirm: true }, `${net}4`);
    const { device_code } = read(waiting, confirmationReply, 202);
    await sleep(5_050);
    const late = await redeem(host, left.cli_code, { confirm: true }, `${net}5`);
    expectRefusal(late, 404, "Invalid or expired CLI code");
    expect((await poll(host, device_code)).body).toMatchObject({ error: "expired_token" });
  });
});
