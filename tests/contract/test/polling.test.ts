import { beforeAll, describe, expect, it } from "vitest";
import { call, expectRefusal } from "../support/call";
import { countKeys, deletePerson, expireLogin, sql } from "../support/database";
import { approve, decide, deny, logIn, poll, reviewedId, startLogin } from "../support/flows";
import { hosts } from "../support/hosts";
import { signUp, type Person } from "../support/people";
import { keyReply, read } from "../support/wire";
import { textLike } from "../support/matchers";

const pending = {
  error: "authorization_pending",
  error_description: "User hasn't authorized yet. Keep polling.",
  detail: { error: "authorization_pending", message: "User hasn't authorized yet. Keep polling." },
};
const expired = { error: "expired_token", message: "Device code has expired. Please request a new one." };

/** `POST /v1/auth/device/token`, contract §1. */
describe.each(hosts)("$kind: polling", (host) => {
  let ada: Person;
  beforeAll(async () => {
    ada = await signUp(host, "Ada Lovelace");
  });

  it("says pending, in the words of both kinds of client", async () => {
    const { device_code } = await startLogin(host);
    const reply = await poll(host, device_code);
    expect({ status: reply.status, body: reply.body }).toEqual({ status: 400, body: pending });
  });

  it("stays pending while somebody only looks", async () => {
    const { device_code, user_code } = await startLogin(host);
    await reviewedId(host, ada, user_code);
    expect((await poll(host, device_code)).body).toEqual(pending);
  });

  it("gives the key and the person after approval", async () => {
    const { device_code, user_code } = await startLogin(host, { device_name: "Adas laptop" });
    await approve(host, ada, user_code);
    const key = read(await poll(host, device_code), keyReply);
    expect(key.user).toEqual({ id: ada.id, email: ada.email, full_name: "Ada Lovelace", tier: "none" });
    expect(key.device.name).toBe("Adas laptop");
    const days = (Date.parse(key.expires_at) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(365);
  });

  it("gives it after Approve on the page, too, and to a poll in form encoding", async () => {
    const { device_code, user_code } = await startLogin(host);
    expect(await decide(host, ada, await reviewedId(host, ada, user_code), "approve")).toEqual({
      kind: "approved",
    });
    const reply = await call(host, "POST", "/v1/auth/device/token", {
      form: { device_code, grant_type: "ignored" },
    });
    expect(read(reply, keyReply).device.name).toBe("CLI (Device Authorization)");
  });

  it("sends null for a name that nobody gave, and the tier as it is now", async () => {
    const nameless = await signUp(host, "");
    await sql(host, `UPDATE "user" SET tier = 'pro' WHERE id = $1`, [nameless.id]);
    expect((await logIn(host, nameless)).user).toMatchObject({ full_name: null, tier: "pro" });
  });

  it("does not know a code that was redeemed, and gives no second key", async () => {
    const { device_code, user_code } = await startLogin(host);
    await approve(host, ada, user_code);
    const before = await countKeys(host, ada.id);
    read(await poll(host, device_code), keyReply);
    for (let i = 0; i < 3; i++) expectRefusal(await poll(host, device_code), 404, "Invalid device code");
    expect(await countKeys(host, ada.id)).toBe(before + 1);
  });

  it("does not know a code that was never given", async () => {
    for (const code of ["x", "A".repeat(43), "ü", "a\u0000b"]) {
      expectRefusal(await poll(host, code), 404, "Invalid device code");
    }
  });

  it("says denied with a plain string, which stops the command line in the field, and goes on saying it", async () => {
    const { device_code, user_code } = await startLogin(host);
    await deny(host, ada, user_code);
    for (let i = 0; i < 4; i++) {
      const reply = await poll(host, device_code);
      expectRefusal(reply, 400, textLike(/denied/));
      expect(reply.body).toMatchObject({ error: "access_denied" });
    }
  });

  it("says expired for a pending code and for an approved one that nobody fetched", async () => {
    const waiting = await startLogin(host);
    const approved = await startLogin(host);
    await approve(host, ada, approved.user_code);
    const before = await countKeys(host, ada.id);
    for (const { device_code } of [waiting, approved]) {
      await expireLogin(host, device_code);
      const reply = await poll(host, device_code);
      expectRefusal(reply, 400, expired);
      expect(reply.body).toMatchObject({ error: "expired_token" });
    }
    expect(await countKeys(host, ada.id)).toBe(before);
  });

  it("says so when the person who approved is no longer there", async () => {
    const grace = await signUp(host, "Grace Hopper");
    const { device_code, user_code } = await startLogin(host);
    await approve(host, grace, user_code);
    await deletePerson(host, grace.id);
    expectRefusal(await poll(host, device_code), 404, "User not found");
    expect(await countKeys(host, grace.id)).toBe(0);
  });
});
