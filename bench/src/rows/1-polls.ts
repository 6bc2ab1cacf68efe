import { newCodes } from "../new-codes";
import type { LoadJob } from "../load/job";
import type { RowResult } from "../results";
import type { Instance, Stage } from "../stage";
import { compareRates, compareTails, figuresOf, takeTurns, type Contender } from "../turns";
import { askOnce, pollBetterAuth, pollForm, pollOAuth, pollV1, startBetterAuth, startOidc } from "../wire";
import { startLogins } from "../logins";

/** Pending, or told to slow down: the load polls each code more than once a second. */
const NOT_YET = [400];

export async function polls(stage: Stage): Promise<RowResult> {
  const ours = await stage.ours("ours");
  const [betterAuth, oidc] = [await stage.peer("better-auth"), await stage.peer("oidc-provider")];
  const { secrets, rounds } = stage.options;

  const client = await stage.client(ours.databaseUrl);
  const codes = codesOf(await startLogins(ours.url, secrets));
  const theirs = {
    betterAuth: codesOf(await startLogins(betterAuth.url, secrets, startBetterAuth())),
    oidc: codesOf(await startLogins(oidc.url, secrets, startOidc())),
  };
  const ceilings = await pollCeilings(stage, ours, codes[0] ?? "");
  const until = { seconds: stage.options.seconds };
  const known = { values: codes, until };

  const contenders: Contender[] = [
    on(ours, "ours, known code, /v1", () => ({ ...pollV1, ...known })),
    on(betterAuth, "better-auth", () => ({ ...pollBetterAuth, values: theirs.betterAuth, until })),
    on(ceilings.http, "node:http, /v1", () => ({ ...pollV1, ...known })),
    on(ours, "ours, known code, /oauth", () => ({ ...pollOAuth, ...known })),
    on(oidc, "oidc-provider", () => ({ ...pollForm("/token"), values: theirs.oidc, until })),
    on(ceilings.http, "node:http, /oauth", () => ({ ...pollOAuth, ...known })),
    on(ours, "ours, new code, /v1", async () => ({ ...pollV1, ...(await newCodes(stage, client)) })),
    on(ceilings.select, "node:http + select, /v1", () => ({ ...pollV1, ...known })),
    on(ours, "ours, new code, /oauth", async () => ({ ...pollOAuth, ...(await newCodes(stage, client)) })),
    on(ceilings.select, "node:http + select, /oauth", () => ({ ...pollOAuth, ...known })),
    on(ceilings.update, "node:http + update, /v1", () => ({ ...pollV1, ...known })),
  ];
  const turns = await takeTurns(stage.loader, contenders, rounds);
  // The status alone does not tell a code that is waited with from one that has run out.
  await expectPending(ours.url, pollV1, codes);
  await expectPending(betterAuth.url, pollBetterAuth, theirs.betterAuth);
  await expectPending(oidc.url, pollForm("/token"), theirs.oidc);
  return {
    row: 1,
    title: `Pending polls a second, ${secrets.toLocaleString("en-US")} live codes`,
    comparisons: [
      ...["/v1", "/oauth"].flatMap((path) => [
        compareRates(turns, `ours, known code, ${path}`, `node:http, ${path}`, { atLeast: 0.5 }),
        compareRates(turns, `ours, new code, ${path}`, `node:http + select, ${path}`, { atLeast: 0.6 }),
        compareRates(turns, `ours, known code, ${path}`, "better-auth", { atLeast: 20 }),
        compareRates(turns, `ours, known code, ${path}`, "oidc-provider", { atLeast: 5 }),
        compareTails(turns, `ours, known code, ${path}`, "better-auth"),
        compareTails(turns, `ours, known code, ${path}`, "oidc-provider"),
      ]),
    ],
    figures: figuresOf(turns),
    notes: [
      "Known codes were started on this instance. New ones are rows that it has never read, and each is polled once.",
      "The load polls each code more than once a second, so most replies of ours and of better-auth are slow_down.",
    ],
  };
}

async function expectPending(url: string, shape: typeof pollV1, codes: string[]): Promise<void> {
  const { body } = await askOnce(url, shape, codes[codes.length - 1] ?? "");
  if (!/authorization_pending|slow_down/.test(body)) throw new Error(`${shape.path} answers ${body}`);
}

const codesOf = (logins: { deviceCode: string }[]) => logins.map(({ deviceCode }) => deviceCode);

type Job = Omit<LoadJob, "url">;

function on(
  { url, pid }: { url: string; pid: number },
  name: string,
  ask: () => Job | Promise<Job>,
): Contender {
  return { name, pid, expected: NOT_YET, job: async () => ({ url, ...(await ask()) }) };
}

/** The ceilings, which answer what ours answers: to a pending poll, in either dialect. */
export async function pollCeilings(stage: Stage, ours: Instance, code: string) {
  const REPLIES = JSON.stringify({
    [pollV1.path]: await askOnce(ours.url, pollV1, code),
    [pollOAuth.path]: await askOnce(ours.url, pollOAuth, code),
  });
  const env = { REPLIES, DATABASE_URL: ours.databaseUrl };
  return {
    http: await stage.ceiling("node:http", "http.mjs", { REPLIES }),
    select: await stage.ceiling("node:http + select", "database.mjs", { ...env, STATEMENT: "select" }),
    update: await stage.ceiling("node:http + update", "database.mjs", { ...env, STATEMENT: "update" }),
  };
}
