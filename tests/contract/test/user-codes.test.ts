import { beforeAll, describe, expect, it } from "vitest";
import { authorize, poll, review, startLogin } from "../support/flows";
import { hosts } from "../support/hosts";
import { signUp, type Person } from "../support/people";

const spellings: [string, (code: string) => string][] = [
  ["as shown", (code) => code],
  ["in lower case", (code) => code.toLowerCase()],
  ["without the dash", (code) => code.replace("-", "")],
  ["in lower case without the dash", (code) => code.replace("-", "").toLowerCase()],
  ["with a space for the dash", (code) => code.replace("-", " ")],
  ["with spaces around", (code) => `  ${code} \t`],
  ["with an en dash, as text editors make of it", (code) => code.replace("-", "\u2013")],
  ["with a non-breaking space", (code) => code.replace("-", "\u00a0")],
  ["in groups of two", (code) => code.replace("-", "").replace(/..\B/g, "$& ")],
  ["in Mixed Case", (code) => code.charAt(0) + code.slice(1).toLowerCase()],
];

describe.each(hosts)("$kind: a user code as people type it", (host) => {
  let ada: Person;
  beforeAll(async () => {
    ada = await signUp(host, "Ada Lovelace");
  });

  it.each(spellings)("is taken %s, and echoed as it was sent", async (_, spell) => {
    const { device_code, user_code } = await startLogin(host);
    const typed = spell(user_code);
    const reply = await authorize(host, ada, typed);
    expect({ status: reply.status, body: reply.body }).toEqual({
      status: 200,
      body: { message: "Device authorized successfully", user_code: typed },
    });
    expect((await poll(host, device_code)).status).toBe(200);
  });

  it.each(spellings)("is taken by the page %s", async (_, spell) => {
    const { user_code } = await startLogin(host);
    expect((await review(host, ada, spell(user_code))).kind).toBe("pending");
  });

  it("is not taken with a letter more, a letter less, or another letter", async () => {
    const { user_code, device_code } = await startLogin(host);
    const other = user_code.startsWith("B") ? "C" : "B";
    for (const typed of [
      `${user_code}B`,
      user_code.slice(0, -1),
      other + user_code.slice(1),
      `${user_code}!`,
    ]) {
      expect((await authorize(host, ada, typed)).status, "a wrong code was taken").toBe(404);
    }
    expect((await poll(host, device_code)).body).toMatchObject({ error: "authorization_pending" });
  });
});
