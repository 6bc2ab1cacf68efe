import { beforeAll, describe, expect, it } from "vitest";
import { call, expectRefusal } from "../support/call";
import { countKeys, deletePerson, expireDashboardCodes } from "../support/database";
import { authorize, dashboardCode, logIn, poll, redeem, startLogin } from "../support/flows";
import { hosts } from "../support/hosts";
import { signUp, type Person } from "../support/people";
import { dashboardCodeReply, keyReply, read } from "../support/wire";

const UNKNOWN = "Invalid or expired CLI code";
const USED = "CLI code has already been used";

/** `POST /v1/auth/dashboard-code` and `POST /v1/auth/cli-verify`, contract §1. */
describe.each(hosts)("$kind: dashboard codes", (host) => {
  let ada: Person;
  let grace: Person;
  beforeAll(async () => {
    [ada, grace] = await Promise.all([signUp(host, "Ada Lovelace"), signUp(host, "Grace Hopper")]);
  });

  it("gives a signed-in person a code and the command to type", async () => {
    const reply = await call(host, "POST", "/v1/auth/dashboard-code", { bearer: ada.token });
    const { cli_code } = read(reply, dashboardCodeReply);
    expect(reply.body).toEqual({
      cli_code,
      expires_in: 900,
      message: `Enter this code in your CLI: alprina auth login --code ${cli_code}`,
    });
  });

  it("gives none to nobody, and none for an API key", async () => {
    const { api_key } = await logIn(host, ada);
    for (const bearer of [undefined, "nonsense", api_key]) {
      const reply = await call(host, "POST", "/v1/auth/dashboard-code", {
        bearer,
        json: { stack_user_id: ada.id },
      });
      expectRefusal(reply, 401, "Authorization header required");
    }
  });

  it("becomes a key, with the facts that the command line sent", async () => {
    const json = { device_name: "Adas server", device_os: "Debian 12", client_version: "0.1" };
    const key = read(await redeem(host, await dashboardCode(host, ada), json), keyReply);
    expect(key.user).toEqual({ id: ada.id, email: ada.email, full_name: "Ada Lovelace", tier: "none" });
    expect(key.device.name).toBe("Adas server");
    expect((await call(host, "GET", "/v1/auth/me", { bearer: key.api_key })).status).toBe(200);
  });

  it("has a name for a command line that sends none, also with confirm: false, and takes a form", async () => {
    const key = read(await redeem(host, await dashboardCode(host, ada), { confirm: false }), keyReply);
    expect(key.device.name).toBe("CLI (Dashboard Code)");
    const form = { cli_code: await dashboardCode(host, ada), confirm: "false" };
    read(await call(host, "POST", "/v1/auth/cli-verify", { form }), keyReply);
  });

  it.each<[string, (code: string) => string]>([
    ["in lower case", (code) => code.toLowerCase()],
    ["with a dash", (code) => `${code.slice(0, 3)}-${code.slice(3)}`],
    ["with spaces", (code) => ` ${code.slice(0, 3)} ${code.slice(3)} `],
    ["with an en dash", (code) => `${code.slice(0, 3)}\u2013${code.slice(3)}`],
  ])("is taken as people type it: %s", async (_, spell) => {
    read(await redeem(host, spell(await dashboardCode(host, ada))), keyReply);
  });

  it("works once", async () => {
    const code = await dashboardCode(host, ada);
    const before = await countKeys(host, ada.id);
    read(await redeem(host, code), keyReply);
    expectRefusal(await redeem(host, code), 400, USED);
    expectRefusal(await redeem(host, code, { confirm: true }), 400, USED);
    expect(await countKeys(host, ada.id)).toBe(before + 1);
  });

  it("is not known when it was never given, is malformed, or ran out", async () => {
    for (const code of ["222222", "ABC", "A".repeat(13), "AAAAA!", "\u0000"]) {
      expectRefusal(await redeem(host, code), 404, UNKNOWN);
    }
    const code = await dashboardCode(host, ada);
    await expireDashboardCodes(host, ada.id);
    expectRefusal(await redeem(host, code), 404, UNKNOWN);
    expectRefusal(await redeem(host, code, { confirm: true }), 404, UNKNOWN);
  });

  it("is one a person: a new one ends the former, and nobody else's", async () => {
    const hers = await dashboardCode(host, grace);
    const former = await dashboardCode(host, ada);
    const latest = await dashboardCode(host, ada);
    expectRefusal(await redeem(host, former), 404, UNKNOWN);
    expect(read(await redeem(host, latest), keyReply).user.id).toBe(ada.id);
    expect(read(await redeem(host, hers), keyReply).user.id).toBe(grace.id);
  });

  it("dies with the person", async () => {
    const leaving = await signUp(host, "Grace Hopper");
    const code = await dashboardCode(host, leaving);
    await deletePerson(host, leaving.id);
    expectRefusal(await redeem(host, code), 404, UNKNOWN);
    expectRefusal(await redeem(host, code, { confirm: true }), 404, UNKNOWN);
  });

  it("and device codes: neither kind is taken at the other's door", async () => {
    const cli_code = await dashboardCode(host, ada);
    const { device_code, user_code } = await startLogin(host);
    for (const code of [user_code, user_code.replace("-", ""), device_code]) {
      expectRefusal(await redeem(host, code), 404, UNKNOWN);
      expectRefusal(await redeem(host, code, { confirm: true }), 404, UNKNOWN);
    }
    expectRefusal(await authorize(host, ada, cli_code), 404, "Invalid user code or authorization expired");
    for (const code of [cli_code, user_code])
      expectRefusal(await poll(host, code), 404, "Invalid device code");

    // The knocking at the wrong doors harmed neither.
    read(await redeem(host, cli_code), keyReply);
    expect((await authorize(host, ada, user_code)).status).toBe(200);
    read(await poll(host, device_code), keyReply);
  });
});
