import { createHash, randomUUID } from "node:crypto";
import { openDatabase, type Database } from "@alprina/db";
import { startTestServer, type TestServer } from "@alprina/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operatorOf, runAdmin } from "./run";

interface SeenPerson {
  id: string;
  email: string;
  lockedAt: string | null;
  browsers: number;
  devices: number;
  hasSecondFactor: boolean;
}

let server: TestServer;
let database: Database;
let operator: ReturnType<typeof operatorOf>;
beforeAll(async () => {
  server = await startTestServer();
  const url = await server.createDatabase();
  database = openDatabase({ url, maxConnections: 2 });
  operator = operatorOf(url);
  // Migrates.
  await operator.run("people", "list");
  // The first person is an operator: nobody whom the tests are about.
  await person("The first");
});
afterAll(async () => {
  await database.close();
  await server.stop();
});

/** A second factor that is on. */
async function turnOnSecondFactor(email: string): Promise<void> {
  const { id: userId } = await database.prisma.user.findUniqueOrThrow({ where: { email } });
  const at = new Date();
  await database.prisma.secondFactor.create({
    data: { userId, sealedSecret: new Uint8Array(8), confirmedAt: at, createdAt: at },
  });
}

const inAnHour = () => new Date(Date.now() + 3_600_000);

/** Somebody with a password, who is signed in with two browsers and one device. */
async function person(name: string): Promise<string> {
  const id = randomUUID();
  const email = `${id}@example.com`;
  const { prisma } = database;
  await prisma.user.create({ data: { id, name, email } });
  await prisma.account.create({
    data: { id, userId: id, accountId: id, providerId: "credential", password: "a hash" },
  });
  for (const token of [randomUUID(), randomUUID()]) {
    await prisma.session.create({ data: { id: token, token, userId: id, expiresAt: inAnHour() } });
  }
  const keyHash = new Uint8Array(createHash("sha256").update(id).digest());
  await prisma.apiKey.create({
    data: {
      ...{
        id: randomUUID(),
        userId: id,
        clientId: "alprina-cli",
        keyHash,
        visibleStart: "alprina_sk_live_abcd",
      },
      ...{ name: "a laptop", createdAt: new Date(), expiresAt: inAnHour() },
    },
  });
  return email;
}

const shown = (email: string) => operator.json<SeenPerson>("people", "show", email);

describe("people list and show", () => {
  it("say who has an account, what is signed in as them and how they sign in", async () => {
    const email = await person("Ada Lovelace");
    const list = (await operator.run("people", "list")).stdout;
    expect(list).toMatch(/^E-MAIL +NAME +BROWSERS +DEVICES +ACCOUNT +SINCE$/m);
    const line = list.split("\n").find((one) => one.startsWith(email));
    expect(line).toMatch(/ Ada Lovelace +2 +1 +open +\d+ \w+ \d{4}$/);
    const one = await operator.run("people", "show", email.toUpperCase());
    expect(one.stdout).toMatch(/^Signs in with +password$/m);
    expect(await shown(email)).toMatchObject({ email, browsers: 2, devices: 1, waysToSignIn: ["password"] });
    const listed = await operator.json<SeenPerson[]>("people", "list");
    expect(listed.find((other) => other.email === email)).toMatchObject({ browsers: 2, lockedAt: null });
  });

  it("print no secret of anybody's", async () => {
    const email = await person("Ada Lovelace");
    const { stdout } = await operator.run("people", "show", email, "--json");
    expect(stdout).not.toMatch(/a hash|token|keyHash|password":/);
  });
});

describe("people lock and unlock", () => {
  it("say what ends and do nothing unasked", async () => {
    const email = await person("Ada Lovelace");
    const refused = await operator.run("people", "lock", email);
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toContain(`Locking ${email} signs out 2 browsers and 1 device.`);
    expect(refused.stderr).toContain("add --yes");
    expect(await shown(email)).toMatchObject({ lockedAt: null, browsers: 2, devices: 1 });
  });

  it("end everything, once, and let the person in again later", async () => {
    const email = await person("Ada Lovelace");
    const locks = await Promise.all([1, 2].map(() => operator.run("people", "lock", email, "--yes")));
    expect(locks.map(({ code }) => code)).toEqual([0, 0]);
    const said = locks.map(({ stderr }) => stderr).join("");
    expect(said).toContain(`Locked ${email}. Signed out: 2 browsers and 1 device.`);
    expect(said).toContain(`${email} is locked already.`);
    expect(await shown(email)).toMatchObject({ browsers: 0, devices: 0 });
    expect((await shown(email)).lockedAt).not.toBeNull();
    expect((await operator.run("people", "list")).stdout).toMatch(new RegExp(`^${email} .* locked `, "m"));

    expect((await operator.run("people", "unlock", email)).stderr).toContain(`Unlocked ${email}.`);
    expect(await operator.run("people", "unlock", email)).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("is not locked") as string,
    });
    expect(await shown(email)).toMatchObject({ lockedAt: null, browsers: 0, devices: 0 });
  });
});

describe("people sign-out", () => {
  it("ends browsers, and devices only when told", async () => {
    const email = await person("Ada Lovelace");
    const refused = await operator.run("people", "sign-out", email);
    expect(refused.stderr).toContain(`This signs ${email} out of 2 browsers. Nobody can be asked here`);
    expect(refused.code).toBe(1);
    const first = await operator.run("people", "sign-out", email, "--yes");
    expect(first.stderr).toContain(`Signed ${email} out of 2 browsers.`);
    expect(first.stderr).toContain("Their devices stay signed in");
    expect(await shown(email)).toMatchObject({ browsers: 0, devices: 1, lockedAt: null });
    const second = await operator.run("people", "sign-out", email, "--devices", "--yes");
    expect(second.stderr).toContain(`Signed ${email} out of 1 device.`);
    expect(await shown(email)).toMatchObject({ browsers: 0, devices: 0, lockedAt: null });
  });
});

describe("people operator", () => {
  it("gives the role and takes it, and never from the last one", async () => {
    // The first person of an installation has it already.
    const everybody = await operator.json<(SeenPerson & { operatorSince: string | null })[]>(
      "people",
      "list",
    );
    const first = everybody.find(({ operatorSince }) => operatorSince)!;
    const last = await operator.run("people", "operator", first.email, "--remove");
    expect(last).toMatchObject({ code: 1, stdout: "" });
    expect(last.stderr).toContain(`${first.email} is the only operator who can sign in.`);

    const email = await person("Grace Hopper");
    const given = await operator.run("people", "operator", email);
    expect(given).toMatchObject({
      code: 0,
      stderr: expect.stringContaining(`${email} is an operator now`) as string,
    });
    expect((await operator.run("people", "operator", email)).stderr).toContain("is an operator already");
    expect((await operator.run("people", "list")).stdout).toMatch(
      new RegExp(`^${email} .* open, operator `, "m"),
    );
    expect((await operator.run("people", "show", email)).stdout).toMatch(/^Operator +since \d+ /m);
    expect((await operator.run("people", "operator", email, "--remove")).code).toBe(0);
    const none = await operator.run("people", "operator", email, "--remove");
    expect(none.stderr).toContain(`${email} is no operator.`);
    expect((await operator.run("people", "show", email)).stdout).toMatch(/^Operator +no$/m);
  });
});

describe("people second-factor-off", () => {
  it("lets the password be enough again, once, and only when told", async () => {
    const email = await person("Ada Lovelace");
    expect((await operator.run("people", "second-factor-off", email, "--yes")).stderr).toContain(
      `${email} has no second factor.`,
    );
    await turnOnSecondFactor(email);
    const refused = await operator.run("people", "second-factor-off", email);
    expect(refused.stderr).toContain(`the password of ${email} is enough. Nobody can be asked here`);
    expect(refused.code).toBe(1);
    expect(await shown(email)).toMatchObject({ hasSecondFactor: true });
    const off = await operator.run("people", "second-factor-off", email, "--yes");
    expect(off.stderr).toContain(`Turned off the second factor of ${email}.`);
    expect(await shown(email)).toMatchObject({ hasSecondFactor: false });
  });
});

describe("people change-email", () => {
  it("gives another address, which must be one and nobody's", async () => {
    const [email, other] = [await person("Ada Lovelace"), await person("Grace Hopper")];
    const taken = await operator.run("people", "change-email", email, other);
    expect(taken.stderr).toContain(`Somebody here has the address ${other}.`);
    expect(taken.code).toBe(1);
    const changed = await operator.run("people", "change-email", email, `New.${email}`);
    expect(changed.stderr).toContain(`${email} is new.${email} from here on`);
    expect(await shown(`new.${email}`)).toMatchObject({ browsers: 2, devices: 1 });
  });
});

describe.concurrent("an address that nobody has, and half a command", () => {
  it.each(["show", "lock", "unlock", "sign-out", "operator", "second-factor-off"])(
    "are refused: %s",
    async (verb) => {
      const { code, stdout, stderr } = await operator.run("people", verb, "nobody@example.com");
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toContain("Nobody here has the address nobody@example.com.");
      const half = await runAdmin(["people", verb], { DATABASE_URL: "postgresql://127.0.0.1:1/nowhere" });
      expect(half).toMatchObject({
        code: 2,
        stderr: expect.stringContaining("missing required argument") as string,
      });
    },
  );
});
