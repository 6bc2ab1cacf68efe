import { beforeAll, describe, expect, it } from "vitest";
import { call, expectRefusal } from "../support/call";
import { expireLogin } from "../support/database";
import {
  approve,
  authorize,
  decide,
  deny,
  logIn,
  poll,
  review,
  reviewedId,
  startLogin,
} from "../support/flows";
import { hosts } from "../support/hosts";
import { signUp, type Person } from "../support/people";
import { anyText } from "../support/matchers";

const path = "/v1/auth/device/authorize";
const GONE = "Invalid user code or authorization expired";

/** `POST /v1/auth/device/authorize`, contract §1. */
describe.each(hosts)("$kind: approving by user code", (host) => {
  let ada: Person;
  let grace: Person;
  beforeAll(async () => {
    [ada, grace] = await Promise.all([signUp(host, "Ada Lovelace"), signUp(host, "Grace Hopper")]);
  });

  it("approves for the person who is signed in, whatever the body says of e-mail and name", async () => {
    const { device_code, user_code } = await startLogin(host);
    const json = { user_code, stack_user_id: ada.id, email: grace.email, full_name: "Grace Hopper" };
    const reply = await call(host, "POST", path, { bearer: ada.token, json });
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({ message: "Device authorized successfully", user_code });
    const key = await poll(host, device_code);
    expect(key.body).toMatchObject({ user: { id: ada.id, email: ada.email, full_name: "Ada Lovelace" } });
  });

  it("takes null for what is not known, and a form", async () => {
    const one = await startLogin(host);
    const json = { user_code: one.user_code, stack_user_id: null, email: null, full_name: null };
    expect((await call(host, "POST", path, { bearer: ada.token, json })).status).toBe(200);
    const two = await startLogin(host);
    const form = { user_code: two.user_code, stack_user_id: ada.id };
    expect((await call(host, "POST", path, { bearer: ada.token, form })).status).toBe(200);
  });

  it("says 401 without a caller, before it looks at the body", async () => {
    const { device_code, user_code } = await startLogin(host);
    for (const json of [
      { user_code },
      { user_code, stack_user_id: ada.id, email: ada.email },
      {},
      { user_code: 7 },
    ]) {
      const reply = await call(host, "POST", path, { json });
      expectRefusal(reply, 401, "Authorization header required");
      expect(reply.headers["www-authenticate"]).toMatch(/^Bearer/);
    }
    expect((await poll(host, device_code)).body).toMatchObject({ error: "authorization_pending" });
  });

  it("says 403 when the body names somebody else, and leaves the login alone", async () => {
    const { device_code, user_code } = await startLogin(host);
    const json = { user_code, stack_user_id: grace.id };
    const reply = await call(host, "POST", path, { bearer: ada.token, json });
    expectRefusal(reply, 403, anyText);
    expect((await poll(host, device_code)).body).toMatchObject({ error: "authorization_pending" });
    await approve(host, grace, user_code);
  });

  it("says 404 for a code that is unknown, denied, expired, approved or redeemed", async () => {
    expectRefusal(await authorize(host, ada, "BCDF-GHJK"), 404, GONE);
    const denied = await startLogin(host);
    await deny(host, ada, denied.user_code);
    expectRefusal(await authorize(host, ada, denied.user_code), 404, GONE);
    const expired = await startLogin(host);
    await expireLogin(host, expired.device_code);
    expectRefusal(await authorize(host, ada, expired.user_code), 404, GONE);
    const approved = await startLogin(host);
    await approve(host, ada, approved.user_code);
    expectRefusal(await authorize(host, ada, approved.user_code), 404, GONE);
    expectRefusal(await authorize(host, grace, approved.user_code), 404, GONE);
    expect((await poll(host, approved.device_code)).status).toBe(200);
    expectRefusal(await authorize(host, ada, approved.user_code), 404, GONE);
  });

  it("keeps the code for the first who reviewed it: the second is told, and can decide nothing", async () => {
    const { device_code, user_code } = await startLogin(host);
    const grantId = await reviewedId(host, ada, user_code);
    expect(await review(host, grace, user_code)).toEqual({ kind: "taken" });
    expectRefusal(await authorize(host, grace, user_code), 404, GONE);
    for (const decision of ["approve", "deny"] as const) {
      expect(await decide(host, grace, grantId, decision)).toEqual({ kind: "taken" });
    }
    expect((await poll(host, device_code)).body).toMatchObject({ error: "authorization_pending" });
    expect(await decide(host, ada, grantId, "approve")).toEqual({ kind: "approved" });
    expect((await poll(host, device_code)).body).toMatchObject({ user: { id: ada.id } });
  });

  it("refuses a decision by somebody who never reviewed the code", async () => {
    const reviewed = await reviewedId(host, ada, (await startLogin(host)).user_code);
    expect((await decide(host, grace, reviewed, "approve")).kind).toBe("taken");
    expect((await decide(host, grace, "00000000-0000-4000-8000-000000000000", "approve")).kind).toBe(
      "unknown",
    );
  });

  it("never goes back: approve after deny, deny after approve, either after expiry", async () => {
    const [one, two, three] = await Promise.all([startLogin(host), startLogin(host), startLogin(host)]);
    const ids = await Promise.all([one, two, three].map((login) => reviewedId(host, ada, login.user_code)));
    await decide(host, ada, ids[0]!, "deny");
    expect(await decide(host, ada, ids[0]!, "approve")).toEqual({
      kind: "already-decided",
      status: "denied",
    });
    await decide(host, ada, ids[1]!, "approve");
    expect(await decide(host, ada, ids[1]!, "deny")).toEqual({ kind: "already-decided", status: "approved" });
    await expireLogin(host, three.device_code);
    expect(await decide(host, ada, ids[2]!, "approve")).toEqual({ kind: "expired" });
    expect((await poll(host, one.device_code)).body).toMatchObject({ error: "access_denied" });
    expect((await poll(host, two.device_code)).status).toBe(200);
  });

  it("does not take an API key for a person", async () => {
    const { api_key } = await logIn(host, ada);
    const { user_code, device_code } = await startLogin(host);
    const reply = await call(host, "POST", path, { bearer: api_key, json: { user_code } });
    expectRefusal(reply, 401, "Authorization header required");
    expect((await poll(host, device_code)).body).toMatchObject({ error: "authorization_pending" });
  });
});
