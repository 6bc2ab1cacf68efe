import { beforeAll, describe, expect, it } from "vitest";
import { call } from "../support/call";
import { approve, deny, startLogin } from "../support/flows";
import { hosts } from "../support/hosts";
import { signUp, type Person } from "../support/people";
import { keyReply, read } from "../support/wire";

const GRANT = "urn:ietf:params:oauth:grant-type:device_code";

/** `Prefer: wait=N`, contract §5. A poll that is not answered by the decision would say pending. */
describe.each(hosts)("$kind: waiting instead of polling", (host) => {
  let ada: Person;
  beforeAll(async () => {
    ada = await signUp(host, "Ada Lovelace");
  });

  const onV1 = (device_code: string, headers: Record<string, string>) =>
    call(host, "POST", "/v1/auth/device/token", { headers, json: { device_code } });
  const onOAuth = (device_code: string, headers: Record<string, string>) =>
    call(host, "POST", "/oauth/token", {
      headers,
      form: { grant_type: GRANT, client_id: "alprina-cli", device_code },
    });

  it.each([
    ["/v1", onV1],
    ["/oauth", onOAuth],
  ])(
    "%s answers with the key when the person approves, and with the denial when they deny",
    async (_, poll) => {
      const [approved, denied] = [await startLogin(host), await startLogin(host)];
      const headers = { Prefer: "respond-async, wait=25" };
      const answers = [poll(approved.device_code, headers), poll(denied.device_code, headers)];
      await approve(host, ada, approved.user_code);
      await deny(host, ada, denied.user_code);
      const [key, refusal] = await Promise.all(answers);
      expect(key?.status).toBe(200);
      expect(key?.headers["preference-applied"]).toBe("wait=25");
      expect(refusal?.body).toMatchObject({ error: "access_denied" });
    },
  );

  it.each([
    ["/v1", onV1],
    ["/oauth", onOAuth],
  ])("%s says pending when the time is over, and slow_down to nobody who waits", async (_, poll) => {
    const { device_code } = await startLogin(host);
    for (let i = 0; i < 4; i++) {
      const { status, body, headers } = await poll(device_code, { Prefer: "wait=1" });
      expect(status).toBe(400);
      expect(body).toMatchObject({ error: "authorization_pending" });
      expect(headers["preference-applied"]).toBe("wait=1");
    }
  });

  it("is plain polling for whoever does not ask for it, or asks for something else", async () => {
    const { device_code, user_code } = await startLogin(host);
    for (const headers of [{}, { Prefer: "wait=0" }, { Prefer: "wait=soon" }] as Record<string, string>[]) {
      const reply = await onV1(device_code, headers);
      expect(reply.headers["preference-applied"]).toBeUndefined();
      expect(["authorization_pending", "slow_down"]).toContain((reply.body as { error: string }).error);
    }
    await approve(host, ada, user_code);
    read(await onV1(device_code, { Prefer: "wait=25" }), keyReply);
  });
});
