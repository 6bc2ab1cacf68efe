import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { codeOf, inOneStep } from "../support/authenticator";
import { call } from "../support/call";
import { sql } from "../support/database";
import { procedure } from "../support/flows";
import { frontDoors, strictHosts, type Host } from "../support/hosts";
import type { Reply } from "../support/http";
import { operate } from "../support/operator";
import { signIn, signUp, type Person } from "../support/people";
import { noteSecret } from "../support/secrets-seen";

const begun = z.looseObject({ kind: z.literal("begun"), secret: z.string() });
const on = z.looseObject({ kind: z.literal("on"), backupCodes: z.array(z.string()) });

/** Somebody new with a second factor, turned on by the code of the step before. */
async function careful(host: Host, from?: string) {
  await inOneStep();
  const person = await signUp(host, "Ada Lovelace", from);
  const { password } = person;
  const { secret } = await procedure(host, person, "secondFactor.setUp", { password }, begun);
  const code = codeOf(secret, -1);
  const { backupCodes } = await procedure(host, person, "secondFactor.confirm", { code }, on);
  noteSecret({ kind: "authenticator_secret", value: secret });
  for (const value of backupCodes) noteSecret({ kind: "backup_code", value });
  return { person, secret, backupCodes };
}

const cookiesOf = ({ headers }: Reply) =>
  (headers["set-cookie"] ?? [])
    .map((line) => line.split(";", 1)[0] ?? "")
    .filter((one) => !one.endsWith("="));
const sessionsOf = async (host: Host, { id }: Person) =>
  (await sql(host, "SELECT id FROM session WHERE user_id = $1", [id])).length;
const kindsOf = async (host: Host, { id }: Person) =>
  (await sql<{ kind: string }>(host, "SELECT kind FROM activity WHERE user_id = $1 ORDER BY id", [id])).map(
    ({ kind }) => kind,
  );

/** The proof that the password was right, as a `Cookie` header. */
async function firstStep(host: Host, person: Person, from?: string): Promise<string> {
  const reply = await signIn(host, person, from);
  expect(reply.status, reply.text).toBe(403);
  expect(reply.body).toMatchObject({ code: "SECOND_FACTOR_REQUIRED" });
  return cookiesOf(reply).join("; ");
}
const secondStep = (host: Host, Cookie: string, code: string, from?: string) =>
  call(host, "POST", "/api/auth/sign-in/second-factor", {
    headers: { Origin: host.url, Cookie },
    json: { code },
    from,
  });

describe.each(frontDoors)("$kind: a sign-in with a second factor", (host) => {
  it("gets no session by the password: no cookie, no token, no row, and no event of one", async () => {
    const { person } = await careful(host);
    const before = [await sessionsOf(host, person), await kindsOf(host, person)];
    const reply = await signIn(host, person);
    expect(reply.status).toBe(403);
    expect(reply.headers["set-auth-token"]).toBeUndefined();
    expect(reply.text).not.toContain("token");
    const cookies = cookiesOf(reply);
    expect(cookies).toEqual([expect.stringMatching(/^alprina\.proof=/)]);
    expect([await sessionsOf(host, person), await kindsOf(host, person)]).toEqual(before);
    // What the browser holds by then opens nothing.
    const headers = { Cookie: cookies.join("; "), Origin: host.url };
    expect((await call(host, "GET", "/v1/auth/devices", { headers })).status).toBe(401);
    const bearer = cookies[0]?.split("=")[1] ?? "";
    expect((await call(host, "GET", "/v1/auth/devices", { bearer })).status).toBe(401);
  });

  it("gets none by the plain form either, which goes on to the second step", async () => {
    const { person, secret } = await careful(host);
    const before = await sessionsOf(host, person);
    const headers = { Origin: host.url };
    const form = { email: person.email, password: person.password, next: "/settings/devices" };
    const first = await call(host, "POST", "/sign-in/password", { headers, form });
    expect([first.status, first.headers.location]).toEqual([
      303,
      "/sign-in/second-step?next=%2Fsettings%2Fdevices",
    ]);
    expect(cookiesOf(first).some((one) => one.includes("session"))).toBe(false);
    expect(await sessionsOf(host, person)).toBe(before);

    const Cookie = cookiesOf(first).join("; ");
    const path = "/sign-in/second-step/code";
    const give = (code: string, more: object = {}) =>
      call(host, "POST", path, {
        headers: { ...headers, Cookie, ...more },
        form: { code, next: "/settings/devices" },
      });
    const wrong = await give("000000");
    expect(wrong.headers.location).toContain("/sign-in/second-step");
    expect(cookiesOf(wrong).some((one) => one.includes("session"))).toBe(false);
    expect((await give(codeOf(secret), { Origin: "https://elsewhere.example" })).status).toBe(403);
    const right = await give(codeOf(secret));
    expect([right.status, right.headers.location]).toEqual([303, "/settings/devices"]);
    expect(cookiesOf(right).some((one) => one.startsWith("alprina.session="))).toBe(true);
    expect(await sessionsOf(host, person)).toBe(before + 1);
  });

  it("is refused the session of a wrong password without a word of a second factor", async () => {
    const { person } = await careful(host);
    const reply = await signIn(host, { ...person, password: "not the password" });
    expect([reply.status, reply.body]).toMatchObject([401, { code: "INVALID_EMAIL_OR_PASSWORD" }]);
    expect(cookiesOf(reply)).toEqual([]);
  });

  it("gets one session for one code, of ten calls at once, and none for the same code later", async () => {
    const { person, secret } = await careful(host);
    const Cookie = await firstStep(host, person);
    const before = await sessionsOf(host, person);
    const code = codeOf(secret);
    const replies = await Promise.all(Array.from({ length: 10 }, () => secondStep(host, Cookie, code)));
    const statuses = replies.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array<number>(9).fill(401)]);
    expect(await sessionsOf(host, person)).toBe(before + 1);
    const { token } = replies.find(({ status }) => status === 200)?.body as { token: string };
    expect((await call(host, "GET", "/v1/auth/devices", { bearer: token })).status).toBe(200);
    expect((await secondStep(host, Cookie, code)).body).toMatchObject({ code: "WRONG_CODE" });
    expect((await kindsOf(host, person)).filter((kind) => kind === "signed-in")).toHaveLength(2);
  });

  it("takes a backup code once, and writes that down", async () => {
    const { person, backupCodes } = await careful(host);
    const Cookie = await firstStep(host, person);
    const code = backupCodes[3] ?? "";
    expect((await secondStep(host, Cookie, code)).status).toBe(200);
    expect((await secondStep(host, Cookie, code)).status).toBe(401);
    expect((await kindsOf(host, person)).filter((kind) => kind === "backup-code-used")).toHaveLength(1);
  });

  it("wants the password first, of this very person, and not one that was changed since", async () => {
    const { person, secret } = await careful(host);
    const nothing = await secondStep(host, "a=b", codeOf(secret));
    expect([nothing.status, nothing.body]).toMatchObject([401, { code: "FIRST_FACTOR_REQUIRED" }]);
    const Cookie = await firstStep(host, person);
    const forged = Cookie.replace(person.id, "somebody-else");
    expect(forged).not.toBe(Cookie);
    expect((await secondStep(host, forged, codeOf(secret))).body).toMatchObject({
      code: "FIRST_FACTOR_REQUIRED",
    });
    const newPassword = "another one entirely";
    const input = { oldPassword: person.password, newPassword, devices: false };
    await procedure(host, person, "me.changePassword", input, z.looseObject({ kind: z.literal("changed") }));
    expect((await secondStep(host, Cookie, codeOf(secret))).body).toMatchObject({
      code: "FIRST_FACTOR_REQUIRED",
    });
    // A changed password leaves the second factor on.
    const next = await firstStep(host, { ...person, password: newPassword });
    expect((await secondStep(host, next, codeOf(secret))).status).toBe(200);
  });

  it("ends with a lock, also between the two steps", async () => {
    const { person, secret } = await careful(host);
    const Cookie = await firstStep(host, person);
    await operate(host, "people", "lock", person.email, "--yes");
    expect((await secondStep(host, Cookie, codeOf(secret))).status).toBeGreaterThanOrEqual(401);
    expect(await sessionsOf(host, person)).toBe(0);
  });

  it("is by the password alone again after the operator has turned it off", async () => {
    const { person } = await careful(host);
    await operate(host, "people", "second-factor-off", person.email, "--yes");
    expect((await signIn(host, person)).status).toBe(200);
    expect(await kindsOf(host, person)).toContain("second-factor-off");
  });
});

// The two share a database, and there an address gets few tries at anything.
describe.each(strictHosts.map((host, index) => ({ host, kind: host.kind, network: `198.18.${index}.` })))(
  "$kind: codes that are guessed",
  ({ host, network }) => {
    let known: Awaited<ReturnType<typeof careful>>;
    beforeAll(async () => {
      known = await careful(host, `${network}1`);
    });

    it("are over budget, and a right one is answered as a wrong one is, from anywhere", async () => {
      const Cookie = await firstStep(host, known.person, `${network}2`);
      const guesses: number[] = [];
      for (let guess = 0; guess < 3; guess++) {
        guesses.push((await secondStep(host, Cookie, "000000", `${network}${3 + guess}`)).status);
      }
      expect(guesses).toContain(429);
      const [wrong, right] = [
        await secondStep(host, Cookie, "000000", `${network}7`),
        await secondStep(host, Cookie, codeOf(known.secret), `${network}8`),
      ];
      expect([wrong.status, right.status]).toEqual([429, 429]);
      expect(right.body).toEqual(wrong.body);
      expect(Number(right.headers["retry-after"])).toBeGreaterThan(0);
    });
  },
);

describe.each(frontDoors)("$kind: better-auth's own doors", (host) => {
  it.each([
    ...["/update-user", "/change-email", "/unlink-account", "/list-accounts", "/passkey/delete-passkey"],
    ...["/passkey/update-passkey", "/passkey/list-user-passkeys", "/two-factor/disable"],
  ])("are shut where ours stand: %s", async (path) => {
    const ada = await signUp(host, "Ada Lovelace");
    const headers = { Origin: host.url, Cookie: ada.cookie };
    const json = { name: "Eve", id: "x", newEmail: "eve@example.com", providerId: "oidc" };
    for (const method of ["GET", "POST"]) {
      const reply = await call(host, method, `/api/auth${path}`, {
        headers,
        ...(method === "POST" && { json }),
      });
      expect(reply.status).toBe(404);
    }
  });
});
