import { readFileSync } from "node:fs";
import { join } from "node:path";
import { approve, expectOutcome, review } from "./support/authorize";
import { deviceRow } from "./support/devices";
import { expect, test } from "./support/test";

const heading = { level: 1, name: /is this you/i } as const;

/** What `--json` printed. */
const linesOf = (stdout: string) =>
  stdout
    .trimEnd()
    .split("\n")
    .map(
      (line) =>
        JSON.parse(line) as { type: string; data?: Record<string, unknown>; prompt?: { url: string } },
    );

test("with a browser beside it, the command needs no code", async ({ signedIn: page, person, cli }) => {
  const login = cli.start("login", "--way", "loopback", "--device-name", "studio mac");
  const link = await login.says(/https?:\S+\/oauth\/authorize\?\S+/);
  await page.goto(link);
  await expect(page.getByRole("heading", heading)).toBeVisible();
  await expect(page.getByRole("main").getByText("studio mac", { exact: true })).toBeVisible();
  await approve(page).click();
  await expect(page.getByRole("heading", { level: 1, name: "You are signed in" })).toBeVisible();
  expect(page.url()).toContain("http://127.0.0.1:");

  const ended = await login.ended;
  expect(ended.stderr).toContain(`Signed in as ${person.name} <${person.email}>`);
  expect(ended.code).toBe(0);
  expect((await cli.run("whoami")).stdout).toContain(person.email);
  await page.goto("/settings/devices");
  await expect(deviceRow(page, "studio mac")).toContainText("Alprina CLI");
});

test("a denial there ends it, and the browser says so", async ({ signedIn: page, cli }) => {
  const login = cli.start("login", "--way", "loopback");
  await page.goto(await login.says(/https?:\S+\/oauth\/authorize\?\S+/));
  await page.getByRole("button", { name: "Deny", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Denied" })).toBeVisible();
  const ended = await login.ended;
  expect(ended.code).toBe(4);
  expect(ended.stderr).toContain("Nothing was signed in.");
});

test("a program begins a login, a person approves it, another program finishes it", async ({
  signedIn: page,
  person,
  cli,
}) => {
  const [begun] = linesOf((await cli.run("login", "--no-wait", "--json")).stdout);
  expect(begun?.data).toMatchObject({ status: "pending", next: "alprina login --resume" });
  expect((await cli.run("status")).code).toBe(7);
  expect((await cli.run("login", "--resume", "--no-wait")).code).toBe(7);

  await review(page, (begun?.data?.["prompt"] as { url: string }).url);
  await approve(page).click();
  await expectOutcome(page, "approved");
  // It reads a file, and takes nothing from whoever is to finish the login.
  expect((await cli.run("status")).code).toBe(7);
  const finished = await cli.run("login", "--resume", "--json");
  expect(linesOf(finished.stdout).at(-1)?.data).toMatchObject({ user: { email: person.email } });
  expect((await cli.run("status")).stdout).toContain(person.email);
});

test("a key that renews itself is renewed by one of ten commands that need it at once", async ({
  signedIn: page,
  person,
  cli,
}) => {
  const login = cli.start("login", "--scope", "profile email offline_access");
  await review(page, await login.link());
  await approve(page).click();
  expect((await login.ended).code).toBe(0);

  const file = () => JSON.parse(readFileSync(cli.credentials, "utf8")) as { servers: Record<string, Stored> };
  interface Stored {
    apiKey: string;
    renewal: { refreshToken: string };
  }
  const [before] = Object.values(file().servers);
  // To whom it is an hour later, the key is over.
  const later = { CLOCK_SHIFT_MS: String(3_600_000), NODE_OPTIONS: `--import ${shiftedClock}` };
  const all = await Promise.all(Array.from({ length: 10 }, () => cli.runWith(later, "whoami")));
  for (const ended of all) {
    expect(ended.stderr).toBe("");
    expect(ended.stdout).toContain(person.email);
  }
  const [after] = Object.values(file().servers);
  expect(after?.apiKey).not.toBe(before?.apiKey);
  expect(after?.renewal.refreshToken).not.toBe(before?.renewal.refreshToken);
});

test("ten commands that sign in at once end with one valid key, and ask one person once", async ({
  signedIn: page,
  person,
  cli,
  rows,
}) => {
  const logins = Array.from({ length: 10 }, () => cli.start("login"));
  const first = await Promise.race(logins.map((login) => login.link()));
  const readers = Array.from({ length: 5 }, () => cli.run("status"));
  await review(page, first);
  await approve(page).click();
  await expectOutcome(page, "approved");

  for (const { ended } of logins) {
    const { code, stderr } = await ended;
    expect(stderr).toContain(`Signed in as ${person.name}`);
    expect(code).toBe(0);
  }
  for (const reader of readers) expect([0, 3]).toContain((await reader).code);
  expect((await cli.run("whoami")).code).toBe(0);
  const devices = await rows.apiKey.findMany({ where: { user: { email: person.email } } });
  expect(devices).toHaveLength(1);
  expect(devices[0]?.revokedAt).toBeNull();
});

for (const minutes of [-10, 10]) {
  test(`a clock that is wrong by ${minutes} minutes ends no login`, async ({
    signedIn: page,
    person,
    cli,
  }) => {
    const wrong = { CLOCK_SHIFT_MS: String(minutes * 60_000), NODE_OPTIONS: `--import ${shiftedClock}` };
    const login = cli.startWith(wrong, "login");
    await review(page, await login.link());
    await approve(page).click();
    expect((await login.ended).code).toBe(0);
    expect((await cli.runWith(wrong, "whoami")).stdout).toContain(person.email);
    const { stdout } = await cli.runWith(wrong, "doctor");
    expect(stdout).toContain(`is 10 minutes ${minutes > 0 ? "ahead of" : "behind"} the server's`);
  });
}

test("two accounts at one server are kept apart", async ({ signedIn: page, person, somebodyElse, cli }) => {
  const mine = cli.start("login");
  await review(page, await mine.link());
  await approve(page).click();
  expect((await mine.ended).code).toBe(0);

  const { person: grace, page: graces } = await somebodyElse("Grace Hopper");
  const theirs = cli.start("login", "--profile", "work");
  await review(graces, await theirs.link());
  await approve(graces).click();
  expect((await theirs.ended).code).toBe(0);

  expect((await cli.run("whoami")).stdout).toContain(person.email);
  expect((await cli.run("whoami", "--profile", "work")).stdout).toContain(grace.email);
  expect((await cli.run("logout", "--all")).code).toBe(0);
  expect((await cli.run("whoami", "--profile", "work")).code).toBe(3);
});

const shiftedClock = join(import.meta.dirname, "support/shifted-clock.mjs");
