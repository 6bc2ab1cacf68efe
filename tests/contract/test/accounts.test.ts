import { describe, expect, it } from "vitest";
import { z } from "zod";
import { call, expectRefusal } from "../support/call";
import { sha256, sql } from "../support/database";
import { approve, dashboardCode, logIn, poll, procedure, redeem, startLogin } from "../support/flows";
import { frontDoors, strictHosts, type Host } from "../support/hosts";
import { textLike } from "../support/matchers";
import { operate } from "../support/operator";
import { signIn, signUp, type Person } from "../support/people";
import { noteSecret } from "../support/secrets-seen";

const browsersOf = (host: Host, { id }: Person) =>
  sql<{ id: string; token: string }>(host, "SELECT id, token FROM session WHERE user_id = $1", [id]);
const kindsOf = async (host: Host, { id }: Person) => {
  const rows = await sql<{ kind: string }>(host, "SELECT kind FROM activity WHERE user_id = $1 ORDER BY id", [
    id,
  ]);
  return rows.map(({ kind }) => kind);
};
const keyWorks = async (host: Host, bearer: string) =>
  (await call(host, "GET", "/v1/auth/me", { bearer })).status === 200;
const isSignedIn = async (host: Host, { token: bearer }: Pick<Person, "token">) =>
  (await call(host, "GET", "/v1/auth/devices", { bearer })).status === 200;

const answer = z.looseObject({ kind: z.string() });
const ended = z.strictObject({ sessions: z.int(), devices: z.int() });
const listed = z.array(z.looseObject({ id: z.string(), isCurrent: z.boolean() }));

/** Another browser of hers. */
async function anotherBrowser(host: Host, person: Person): Promise<Person> {
  const reply = await signIn(host, person);
  expect(reply.status, reply.text).toBe(200);
  return { ...person, token: (reply.body as { token: string }).token };
}

const sessionsList = async (host: Host, { token: bearer }: Person) => {
  const reply = await call(host, "GET", "/api/trpc/sessions.list", { bearer });
  const { json } = (reply.body as { result: { data: { json: unknown } } }).result.data;
  return listed.parse(json);
};

function changePassword(host: Host, person: Person, newPassword: string, devices = false) {
  noteSecret({ kind: "password", value: newPassword });
  const input = { oldPassword: person.password, newPassword, devices };
  return procedure(host, person, "me.changePassword", input, answer);
}

describe.each(frontDoors)("$kind: sessions", (host) => {
  it("rest as digests, and a digest opens nothing", async () => {
    const ada = await signUp(host, "Ada Lovelace");
    const digest = sha256(ada.token).toString("hex");
    expect((await browsersOf(host, ada)).map(({ token }) => token)).toEqual([digest]);
    expect(await isSignedIn(host, ada)).toBe(true);
    expect(await isSignedIn(host, { token: digest })).toBe(false);
  });

  it("are listed to their person, and ended one by one", async () => {
    const ada = await signUp(host, "Ada Lovelace");
    const other = await anotherBrowser(host, ada);
    const list = await sessionsList(host, ada);
    expect(list.map(({ isCurrent }) => isCurrent)).toEqual([true, false]);
    const id = list[1]!.id;
    const grace = await signUp(host, "Grace Hopper");
    expect(await procedure(host, grace, "sessions.end", { id }, z.boolean())).toBe(false);
    expect(await isSignedIn(host, other)).toBe(true);
    const both = [ada, other].map((person) => procedure(host, person, "sessions.end", { id }, z.boolean()));
    // The browser that is ended may be refused already when it asks second.
    expect((await Promise.allSettled(both)).map((one) => one.status === "fulfilled" && one.value)).toContain(
      true,
    );
    expect(await isSignedIn(host, other)).toBe(false);
    expect(await isSignedIn(host, ada)).toBe(true);
  });

  it("are one a browser: who signs in again there takes the place of the former", async () => {
    const ada = await signUp(host, "Ada Lovelace");
    const other = await anotherBrowser(host, ada);
    const again = await call(host, "POST", "/api/auth/sign-in/email", {
      headers: { Origin: host.url, Cookie: ada.cookie },
      json: { email: ada.email, password: ada.password },
    });
    const { token } = again.body as { token: string };
    expect([await isSignedIn(host, ada), await isSignedIn(host, { token })]).toEqual([false, true]);
    expect(await isSignedIn(host, other)).toBe(true);
    // A cookie that nobody signed is nobody's session, and ends none.
    await call(host, "POST", "/api/auth/sign-in/email", {
      headers: { Origin: host.url, Cookie: `alprina.session=${other.token}.c2lnbmVk` },
      json: { email: ada.email, password: ada.password },
    });
    expect(await isSignedIn(host, other)).toBe(true);
  });

  it("end everywhere at a word, with devices or without", async () => {
    const ada = await signUp(host, "Ada Lovelace");
    const other = await anotherBrowser(host, ada);
    const { api_key } = await logIn(host, ada);
    const everywhere = (input: object) => procedure(host, ada, "me.signOutEverywhere", input, ended);
    expect(await everywhere({ devices: false, keepThisBrowser: true })).toEqual({ sessions: 1, devices: 0 });
    expect(await isSignedIn(host, other)).toBe(false);
    expect(await keyWorks(host, api_key)).toBe(true);
    expect(await everywhere({ devices: true, keepThisBrowser: false })).toEqual({ sessions: 1, devices: 1 });
    expect(await isSignedIn(host, ada)).toBe(false);
    expect(await keyWorks(host, api_key)).toBe(false);
  });

  it("are not better-auth's to end, nor is a password its to change: those doors are closed", async () => {
    const { token: bearer } = await signUp(host, "Ada Lovelace");
    const json = { token: bearer, currentPassword: "a", newPassword: "a longer one", password: "a" };
    const headers = { Origin: host.url };
    for (const path of ["change-password", "delete-user", "revoke-session", "revoke-sessions"]) {
      const reply = await call(host, "POST", `/api/auth/${path}`, { bearer, json, headers });
      expect([path, reply.status]).toEqual([path, 404]);
    }
    expect((await call(host, "GET", "/api/auth/list-sessions", { bearer, headers })).status).toBe(404);
  });

  it("are nothing to an API key, nor is the account", async () => {
    const ada = await signUp(host, "Ada Lovelace");
    const { api_key: bearer } = await logIn(host, ada, {
      scope: "openid profile email devices:read devices:write",
    });
    const id = (await browsersOf(host, ada))[0]!.id;
    const { email, password } = ada;
    const calls: [string, object][] = [
      ["sessions.end", { id }],
      ["me.changePassword", { oldPassword: password, newPassword: "another good one", devices: true }],
      ["me.signOutEverywhere", { devices: true, keepThisBrowser: false }],
      ["me.deleteAccount", { email, password }],
    ];
    for (const [name, json] of calls) {
      const reply = await call(host, "POST", `/api/trpc/${name}`, { bearer, json: { json } });
      expect([name, reply.status]).toEqual([name, 401]);
    }
    expect(await isSignedIn(host, ada)).toBe(true);
  });
});

describe.each(frontDoors)("$kind: a changed password", (host) => {
  it("is the only one, and ends every other browser; devices too when told", async () => {
    const ada = await signUp(host, "Ada Lovelace");
    const other = await anotherBrowser(host, ada);
    const { api_key } = await logIn(host, ada);
    const next = `next ${ada.password}`;
    expect(await changePassword(host, ada, next)).toMatchObject({ kind: "changed", sessions: 1, devices: 0 });
    expect(await isSignedIn(host, ada)).toBe(true);
    expect(await isSignedIn(host, other)).toBe(false);
    expect(await keyWorks(host, api_key)).toBe(true);
    expect((await signIn(host, ada)).status).toBe(401);
    const now = { ...ada, password: next };
    expect((await signIn(host, now)).status).toBe(200);
    expect(await changePassword(host, now, `${next} again`, true)).toMatchObject({ sessions: 1, devices: 1 });
    expect(await keyWorks(host, api_key)).toBe(false);
    expect(await kindsOf(host, ada)).toEqual(expect.arrayContaining(["sign-in-failed", "password-changed"]));
  });

  it("leaves no session that the former one opened, however close they come", async () => {
    for (let round = 0; round < 6; round++) {
      const ada = await signUp(host, "Ada Lovelace");
      const attempts = [1, 2, 3].map(() => signIn(host, ada));
      const changed = changePassword(host, ada, `next ${ada.password}`);
      const statuses = (await Promise.all(attempts)).map(({ status }) => status);
      expect(await changed).toMatchObject({ kind: "changed" });
      for (const status of statuses) expect([200, 401]).toContain(status);
      const left = await browsersOf(host, ada);
      expect(left.map(({ token }) => token)).toEqual([sha256(ada.token).toString("hex")]);
    }
  });
});

describe.each(frontDoors)("$kind: a locked person", (host) => {
  it("is out everywhere, gets nothing that they approved, and is told only with the right password", async () => {
    const ada = await signUp(host, "Ada Lovelace");
    const { api_key } = await logIn(host, ada);
    const login = await startLogin(host);
    await approve(host, ada, login.user_code);
    const code = await dashboardCode(host, ada);
    await operate(host, "people", "lock", ada.email, "--yes");

    expect(await isSignedIn(host, ada)).toBe(false);
    const refused = await call(host, "GET", "/v1/auth/me", { bearer: api_key });
    expectRefusal(refused, 401, {
      error: "invalid_api_key",
      message: "This API key was revoked: the account is locked.",
      hint: "Ask whoever runs this server.",
    });
    expectRefusal(await poll(host, login.device_code), 404, "User not found");
    expect((await redeem(host, code)).status).toBeGreaterThanOrEqual(400);
    const right = await signIn(host, ada);
    expect([right.status, right.body]).toMatchObject([403, { code: "ACCOUNT_LOCKED" }]);
    expect(right.headers["set-cookie"] ?? []).toEqual([]);
    const wrong = await signIn(host, { ...ada, password: "not the password" });
    const nobody = await signIn(host, { email: "nobody@example.com", password: "not the password" });
    expect([wrong.status, wrong.body]).toEqual([nobody.status, nobody.body]);
    expect((await signUp(host, "Grace Hopper")).token).not.toBe("");
    expect(await browsersOf(host, ada)).toEqual([]);

    await operate(host, "people", "unlock", ada.email);
    expect((await signIn(host, ada)).status).toBe(200);
    const unlocked = await call(host, "GET", "/v1/auth/me", { bearer: api_key });
    expect(unlocked.body).toMatchObject({ detail: { message: textLike(/^This API key was revoked on/) } });
    expect(await kindsOf(host, ada)).toEqual(
      expect.arrayContaining(["account-locked", "sign-in-failed", "account-unlocked"]),
    );
  });

  it("has no session afterwards, however many sign-ins are under way", async () => {
    const ada = await signUp(host, "Ada Lovelace");
    let isLocked = false;
    const locking = operate(host, "people", "lock", ada.email, "--yes").then(() => (isLocked = true));
    const statuses: number[] = [];
    const trying = [1, 2].map(async () => {
      while (!isLocked) statuses.push((await signIn(host, ada)).status);
    });
    await Promise.all([locking, ...trying]);
    expect(statuses).toContain(200);
    for (const status of statuses) expect([200, 403]).toContain(status);
    expect(await browsersOf(host, ada)).toEqual([]);
  });
});

describe.each(frontDoors)("$kind: a deleted account", (host) => {
  it("takes its keys, browsers and codes along, once, and frees the address", async () => {
    const ada = await signUp(host, "Ada Lovelace");
    const { api_key } = await logIn(host, ada);
    const login = await startLogin(host);
    await approve(host, ada, login.user_code);
    const remove = (input: object) => procedure(host, ada, "me.deleteAccount", input, answer);
    const { email, password } = ada;
    expect(await remove({ email: "grace@example.com", password })).toEqual({ kind: "wrong-email" });
    expect(await remove({ email, password: "not the password" })).toEqual({ kind: "wrong-password" });
    expect(await keyWorks(host, api_key)).toBe(true);
    await Promise.allSettled([remove({ email, password }), remove({ email, password })]);
    expect(await isSignedIn(host, ada)).toBe(false);
    expect(await keyWorks(host, api_key)).toBe(false);
    expect((await poll(host, login.device_code)).status).toBeGreaterThanOrEqual(400);
    expect((await signIn(host, ada)).status).toBe(401);
    expect(await sql(host, `SELECT 1 FROM "user" WHERE id = $1`, [ada.id])).toEqual([]);
    expect(await sql(host, "SELECT 1 FROM activity WHERE user_id = $1", [ada.id])).toEqual([]);
  });
});

const [front, next] = strictHosts as [Host, Host];

describe.each([
  { host: front, other: next, net: "198.51.110" },
  { host: next, other: front, net: "203.0.120" },
])("$host.kind: sign-ins", ({ host, other, net }) => {
  it("keep the whole address that a session came from, in the list and in the log", async () => {
    const from = `2001:db8:${net.length}:1::abcd`;
    const ada = await signUp(host, "Ada Lovelace", from);
    const addresses = `SELECT ip_address FROM session WHERE user_id = $1
                       UNION ALL SELECT ip_address FROM activity WHERE user_id = $1 AND kind = 'signed-in'`;
    const rows = await sql<{ ip_address: string }>(host, addresses, [ada.id]);
    expect(rows.map(({ ip_address }) => ip_address)).toEqual([from, from]);
  });

  it("end in number for an account, from wherever, on every instance, alike for the right password and for nobody", async () => {
    const ada = await signUp(host, "Ada Lovelace", `${net}.1`);
    let last = 1;
    const attempt = async (at: Host, email: string, password: string) => {
      const reply = await signIn(at, { email, password }, `${net}.${++last}`);
      return { status: reply.status, code: (reply.body as { code?: string }).code, reply };
    };
    const wrong = { status: 401, code: "INVALID_EMAIL_OR_PASSWORD" };
    const over = { status: 429, code: "TOO_MANY_REQUESTS" };
    const absent = `nobody.${net}@example.com`;
    for (const email of [ada.email, absent]) {
      expect(await attempt(host, email, "a guess")).toMatchObject(wrong);
      expect(await attempt(host, email.toUpperCase(), "a guess")).toMatchObject(wrong);
      expect(await attempt(host, email, "a guess")).toMatchObject(over);
    }
    const right = await attempt(other, ada.email, ada.password);
    expect(right).toMatchObject(over);
    expect(right.reply.headers["retry-after"]).toMatch(/^[1-9]\d*$/);
    expect(right.reply.body).toEqual((await attempt(other, absent, "a guess")).reply.body);
    const kinds = await kindsOf(host, ada);
    expect(kinds.filter((kind) => kind === "sign-in-failed")).toHaveLength(2);
    expect(kinds.filter((kind) => kind === "over-budget")).toHaveLength(1);
  });
});
