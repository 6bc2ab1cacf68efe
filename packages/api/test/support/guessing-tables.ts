import { BACKUP_CODE_LENGTH, BACKUP_CODES } from "../../src/domain/backup-code";
import { DASHBOARD_CODE_ALPHABET, DASHBOARD_CODE_LENGTHS } from "../../src/domain/dashboard-code";
import { defaultPolicy } from "../../src/domain/policy";
import { USER_CODE_ALPHABET, USER_CODE_LENGTH } from "../../src/domain/user-code";
import { budgets, UNKNOWN_COUNTS_AS } from "../../src/limits/budgets";
import { CODE_DIGITS, STEPS_TO_EITHER_SIDE } from "../../src/services/authenticator";
import { createSecrets } from "../../src/services/secrets";

/** The tables of docs/guessing.md, from the constants that the product runs on. A cell is its text. */

const DAY_SECONDS = 24 * 60 * 60;
const whole = (number: number) => number.toLocaleString("en-US");
const percent = (share: number) =>
  `${Number((share * 100).toPrecision(2)).toLocaleString("en-US", { maximumFractionDigits: 12 })} %`;
/** Of guesses at codes of which so many are alive, how many are expected to hit: for small shares, the chance. */
const hits = (alive: number, guesses: number, space: number) => (alive * guesses) / space;

const userCodeSpace = USER_CODE_ALPHABET.length ** USER_CODE_LENGTH;
const dashboardCodeSpace = (length: number) => DASHBOARD_CODE_ALPHABET.length ** length;

export function budgetRows(): string[][] {
  return Object.entries(budgets).map(([name, { points, seconds }]) => [
    `\`${name}\``,
    whole(points),
    seconds === DAY_SECONDS ? "1 day" : seconds === 60 ? "1 minute" : `${seconds / 60} minutes`,
  ]);
}

export function spaceRows(): string[][] {
  const row = (name: string, letters: number, length: number) => [
    name,
    whole(letters),
    whole(length),
    (BigInt(letters) ** BigInt(length)).toLocaleString("en-US"),
    `${(length * Math.log2(letters)).toFixed(1)} bits`,
  ];
  const lengths = [defaultPolicy.dashboardCodeLength, 8, DASHBOARD_CODE_LENGTHS.maxLength];
  return [
    row("user code", USER_CODE_ALPHABET.length, USER_CODE_LENGTH),
    ...lengths.map((length) => row(`dashboard code of ${length}`, DASHBOARD_CODE_ALPHABET.length, length)),
  ];
}

const ALIVE = 100;

/** What attackers with so many addresses get out of one kind of code. */
function chances(kind: "user-code" | "dashboard-code", space: number): string[][] {
  const [address, service] = [budgets[`${kind}:address`], budgets[`${kind}:service`]];
  return [1, 10, service.points / address.points, 1_000_000].map((addresses) => {
    const guesses = Math.min(addresses * address.points, service.points);
    const windows = DAY_SECONDS / service.seconds;
    return [
      whole(addresses),
      whole(guesses),
      percent(hits(ALIVE, guesses, space)),
      percent(hits(ALIVE, guesses * windows, space)),
    ];
  });
}

export const userCodeRows = () => chances("user-code", userCodeSpace);
export const dashboardCodeRows = (length: number) => chances("dashboard-code", dashboardCodeSpace(length));

/** What somebody who knows the password gets out of the codes beside it, in a day. */
export function secondFactorRows(): string[][] {
  const guesses = budgets["second-factor:day"].points;
  const row = (name: string, good: number, space: number) => [
    ...[name, whole(good), BigInt(space).toLocaleString("en-US"), whole(guesses)],
    percent(hits(good, guesses, space)),
  ];
  return [
    row("of an app", 1 + 2 * STEPS_TO_EITHER_SIDE, 10 ** CODE_DIGITS),
    row("backup code", BACKUP_CODES, DASHBOARD_CODE_ALPHABET.length ** BACKUP_CODE_LENGTH),
  ];
}

/** However many codes are alive, by the whole service's budget in one of its windows, and in a day of them. */
export function aliveRows(): string[][] {
  const most = budgets["start-login:service"];
  const mostAlive = (most.points / most.seconds) * defaultPolicy.deviceCodeTtlSeconds;
  return [10, 100, 1_000, 10_000, mostAlive].map((alive) => {
    const cells = [
      { space: userCodeSpace, budget: budgets["user-code:service"] },
      { space: dashboardCodeSpace(6), budget: budgets["dashboard-code:service"] },
      { space: dashboardCodeSpace(8), budget: budgets["dashboard-code:service"] },
    ].map(({ space, budget }) => percent(Math.min(1, hits(alive, budget.points, space))));
    return [whole(alive), ...cells];
  });
}

/** A million alive, a million guesses a second for a hundred years. */
const LONG_GUESSES = 1e6 * 1e6 * 100 * 365.25 * DAY_SECONDS;

export function longRows(): string[][] {
  const secrets = createSecrets({ serverSecret: "x".repeat(32), apiKeyPrefix: defaultPolicy.apiKeyPrefix });
  const base64 = (text: string) => Buffer.from(text, "base64url").length * 8;
  const { apiKey } = secrets.mintApiKey();
  const { refreshToken } = secrets.mintRefreshToken();
  // Its last six characters are a checksum.
  const keyCharacters = apiKey.length - defaultPolicy.apiKeyPrefix.length - 6;
  const bits = {
    "device code": base64(secrets.mintDeviceCode().deviceCode),
    "authorization code": base64(secrets.mintAuthorizationCode().code),
    "refresh token": base64(refreshToken.slice(defaultPolicy.apiKeyPrefix.length)),
    "client secret": base64(secrets.mintClientSecret().clientSecret),
    "API key": Math.floor(keyCharacters * Math.log2(62)),
  };
  return Object.entries(bits).map(([name, size]) => {
    const exponent = Math.floor(size * Math.log10(2) - Math.log10(LONG_GUESSES));
    return [name, whole(size), `1 in 10^${exponent}`];
  });
}

/** Facts that stand in sentences. */
export const facts = {
  unknownCountsAs: UNKNOWN_COUNTS_AS,
  alive: ALIVE,
  mostAlive: aliveRows().at(-1)?.[0] ?? "",
  addressesToEmptyDashboard:
    budgets["dashboard-code:service"].points / budgets["dashboard-code:address"].points,
  addressesToEmptyStarts: budgets["start-login:service"].points / budgets["start-login:address"].points,
  accountsToEmptyUserCodes: budgets["user-code:service"].points / budgets["user-code:person"].points,
};
