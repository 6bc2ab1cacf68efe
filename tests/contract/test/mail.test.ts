import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { call } from "../support/call";
import { sql } from "../support/database";
import { approve, logIn, startLogin } from "../support/flows";
import type { Host } from "../support/hosts";
import { revokePathIn, startPostOffice, type PostOffice } from "../support/mail";
import { textLike } from "../support/matchers";
import { signUp } from "../support/people";
import { findSecrets, secretsSeen } from "../support/secret-scan";
import { keyReply, read } from "../support/wire";

/** Mails about new devices, sent by two instances on one database, and the link in them. */

let office: PostOffice;
beforeAll(async () => {
  office = await startPostOffice(inject("spareDatabases")[12] ?? "");
}, 120_000);
afterAll(() => office.stop());

const instances = (): [Host, Host] => [office.hosts[0]!, office.hosts[1]!];

let addresses = 0;

/** A device of somebody new at an address of its own, and the path in the mail that told them. */
async function mailedDevice() {
  const [first] = instances();
  const from = `203.0.113.${++addresses}`;
  const ada = await signUp(first, "Ada Lovelace");
  const { device_code, user_code } = await startLogin(first, { device_name: "ada-thinkpad" }, from);
  await approve(first, ada, user_code);
  const polled = await call(first, "POST", "/v1/auth/device/token", { json: { device_code }, from });
  const { api_key, device } = read(polled, keyReply);
  const mail = await office.mailServer.mailThat(({ to }) => to.includes(ada.email));
  return { ada, api_key, device, from, path: revokePathIn(mail) };
}

const me = (host: Host, bearer: string) => call(host, "GET", "/v1/auth/me", { bearer });

describe("mails about new devices", () => {
  it("are sent once each, whoever of two instances takes them, and hold nothing that opens anything", async () => {
    const [first, second] = instances();
    const people = [await signUp(first, "Ada Lovelace"), await signUp(second, "Grace Hopper")];
    const devices = new Set<string>();
    await Promise.all(
      Array.from({ length: 24 }, async (_, n) => {
        const person = people[n % 2]!;
        devices.add((await logIn(instances()[n % 3 === 0 ? 0 : 1], person)).device.id);
      }),
    );
    const ids = [...devices];
    const waiting = "SELECT 1 FROM device_alert WHERE device_id = ANY($1) AND sent_at IS NULL";
    await expect.poll(() => sql(first, waiting, [ids]), { timeout: 40_000 }).toEqual([]);

    const mails = office.mailServer.mails.filter(({ to }) => people.some(({ email }) => to.includes(email)));
    const told = mails.map(({ headers }) => Object.fromEntries(headers)["message-id"] ?? "");
    expect(told.sort()).toEqual(ids.map((id) => `<new-device.${id}@127.0.0.1>`).sort());
    expect(
      await sql(first, "SELECT DISTINCT tries FROM device_alert WHERE device_id = ANY($1)", [ids]),
    ).toEqual([{ tries: 1 }]);
    const secrets = secretsSeen(inject("runDir")).filter(({ kind }) => kind !== "revocation_link");
    expect(secrets.length).toBeGreaterThan(72);
    for (const mail of mails) expect(findSecrets(secrets, JSON.stringify(mail))).toEqual([]);
  });
});

describe("the link in a mail", () => {
  it("shows the device to whoever opens it, signed in or not, and changes nothing by that", async () => {
    const { api_key, path } = await mailedDevice();
    for (const host of instances()) {
      for (const method of ["GET", "HEAD", "GET"]) {
        const reply = await call(host, method, path);
        expect(reply.status).toBe(200);
        expect(reply.headers).toMatchObject({
          "cache-control": textLike(/no-store/),
          "referrer-policy": "no-referrer",
          "x-robots-tag": "noindex, nofollow",
        });
        expect(reply.headers["set-cookie"]).toBeUndefined();
        if (method === "GET") expect(reply.text).toContain("ada-thinkpad");
      }
      // Neither does what follows every address that it finds in a page.
      expect((await call(host, "GET", `${path}/confirm`)).status).toBe(405);
      expect((await call(host, "POST", path)).status).not.toBe(303);
      expect((await me(host, api_key)).status).toBe(200);
    }
  });

  it("revokes once: of 20 sendings of its form to two instances one does it", async () => {
    const { ada, api_key, from, path } = await mailedDevice();
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, n) => call(instances()[n % 2 === 0 ? 0 : 1], "POST", `${path}/confirm`)),
    );
    expect(replies.map(({ status }) => status)).toEqual(Array(20).fill(303));
    const led = replies.map(({ headers }) => headers.location).sort();
    expect(led).toEqual([...Array<string>(19).fill(path), `${path}?done`]);
    for (const host of instances()) {
      expect(await me(host, api_key)).toMatchObject({
        status: 401,
        body: { error: "invalid_api_key", detail: { message: textLike(/revoked/) } },
      });
    }
    const events = await sql(
      instances()[0],
      "SELECT kind FROM activity WHERE user_id = $1 AND kind IN ('device-revoked', 'login-disowned') ORDER BY kind",
      [ada.id],
    );
    expect(events).toEqual([{ kind: "device-revoked" }, { kind: "login-disowned" }]);
    // Where it came from starts no login now, and nobody else is held up.
    for (const host of instances()) {
      expect((await call(host, "POST", "/v1/auth/device", { json: {}, from })).status).toBe(429);
      expect((await call(host, "POST", "/v1/auth/device", { json: {} })).status).toBe(200);
    }
  });

  it("says in the status what it is good for, where our front door serves the page", async () => {
    const [host] = instances();
    const { path, device } = await mailedDevice();
    expect((await call(host, "GET", `${path.slice(0, -1)}!`)).status).toBe(404);
    expect((await call(host, "GET", "/revoke/x")).status).toBe(404);
    expect((await call(host, "GET", `/revoke/${"x".repeat(500)}`)).status).toBe(404);
    const forged = await call(host, "POST", "/revoke/x/confirm");
    expect({ status: forged.status, location: forged.headers.location }).toEqual({
      status: 303,
      location: "/revoke/x",
    });
    const used = await call(host, "POST", `${path}/confirm`);
    expect((await call(host, "GET", used.headers.location ?? "")).status).toBe(200);
    const again = await call(host, "GET", path);
    expect(again.status).toBe(410);
    expect(again.text).toContain("This link has been used");
    // Words in the address say nothing of a link that was never good.
    expect((await call(host, "GET", "/revoke/x?done")).status).toBe(404);
    expect(await sql(host, "SELECT status FROM api_key WHERE id = $1", [device.id])).toEqual([
      { status: "revoked" },
    ]);
  });
});
