import { beforeAll, describe, expect, it } from "vitest";
import { call, expectRefusal } from "../support/call";
import { countKeys } from "../support/database";
import { dashboardCode, decide, pageCode, poll, redeem } from "../support/flows";
import { hosts, strictHosts, type Host } from "../support/hosts";
import { signUp, type Person } from "../support/people";
import { confirmationReply, dashboardCodeReply, keyReply, read } from "../support/wire";
import { textLike } from "../support/matchers";

/** A dashboard code with one more click: `confirm: true` on `/v1/auth/cli-verify`, contract §1. */
describe.each(hosts)("$kind: a dashboard code that is confirmed on the page", (host) => {
  let ada: Person;
  beforeAll(async () => {
    ada = await signUp(host, "Ada Lovelace");
  });

  async function claim(facts: object = {}) {
    const page = await pageCode(host, ada);
    const claimed = read(await redeem(host, page.code, { confirm: true, ...facts }), confirmationReply, 202);
    const { kind, request } = await page.status();
    expect(kind).toBe("claimed");
    return { ...page, claimed, grantId: request?.id ?? "", request };
  }

  it("answers 202, waits, and gives the key after Connect", async () => {
    const facts = { device_name: "Adas server", device_os: "Debian 12", client_version: "0.1" };
    const { claimed, code, grantId, request } = await claim(facts);
    expect(claimed).toMatchObject({ interval: 5, expires_in: 900 });
    expect(new URL(claimed.verification_uri).origin).toBe(host.url);
    expect(request).toMatchObject({ deviceName: "Adas server", deviceOs: "Debian 12", clientVersion: "0.1" });
    expect((await poll(host, claimed.device_code)).body).toMatchObject({ error: "authorization_pending" });
    expectRefusal(await redeem(host, code, { confirm: true }), 400, "CLI code has already been used");
    expectRefusal(await redeem(host, code), 400, "CLI code has already been used");

    expect(await decide(host, ada, grantId, "approve")).toEqual({ kind: "approved" });
    const key = read(await poll(host, claimed.device_code), keyReply);
    expect(key.user.id).toBe(ada.id);
    expect(key.device.name).toBe("Adas server");
    expectRefusal(await poll(host, claimed.device_code), 404, "Invalid device code");
  });

  it("gives nothing after a refusal", async () => {
    const { claimed, grantId } = await claim();
    const before = await countKeys(host, ada.id);
    expect(await decide(host, ada, grantId, "deny")).toEqual({ kind: "denied" });
    const reply = await poll(host, claimed.device_code);
    expectRefusal(reply, 400, textLike(/denied/));
    expect(reply.body).toMatchObject({ error: "access_denied" });
    expect(await countKeys(host, ada.id)).toBe(before);
  });

  it("is for its owner alone to connect", async () => {
    const grace = await signUp(host, "Grace Hopper");
    const { claimed, grantId } = await claim();
    for (const decision of ["approve", "deny"] as const) {
      expect(await decide(host, grace, grantId, decision)).toEqual({ kind: "taken" });
    }
    expect((await poll(host, claimed.device_code)).body).toMatchObject({ error: "authorization_pending" });
  });

  it("has the usual name when the command line sent none, and confirm may stand in a form", async () => {
    const { claimed, grantId } = await claim();
    await decide(host, ada, grantId, "approve");
    expect(read(await poll(host, claimed.device_code), keyReply).device.name).toBe("CLI (Dashboard Code)");
    const form = { cli_code: await dashboardCode(host, ada), confirm: "true" };
    read(await call(host, "POST", "/v1/auth/cli-verify", { form }), confirmationReply, 202);
  });
});

describe.each(strictHosts)("$kind: a server that wants every code confirmed", (host: Host) => {
  it("says 403 to a command line that does not offer it, and the code stays good for one that does", async () => {
    const from = host.kind === "front door" ? "198.51.100.21" : "198.51.100.22";
    const ada = await signUp(host, "Ada Lovelace", from);
    const reply = await call(host, "POST", "/v1/auth/dashboard-code", { bearer: ada.token });
    const { cli_code } = read(reply, dashboardCodeReply);
    for (const facts of [{}, { confirm: false }]) {
      const refused = await redeem(host, cli_code, facts, from);
      expectRefusal(refused, 403, textLike(/confirm/));
    }
    expect(await countKeys(host, ada.id)).toBe(0);
    const claimed = read(await redeem(host, cli_code, { confirm: true }, from), confirmationReply, 202);
    expect((await poll(host, claimed.device_code)).body).toMatchObject({ error: "authorization_pending" });
  });
});
