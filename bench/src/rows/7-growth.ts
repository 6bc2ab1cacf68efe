import type pg from "pg";
import { startAnswerer } from "../ask-process";
import { startLogins } from "../logins";
import { ratioOf } from "../ratio";
import { compare, type RowResult } from "../results";
import { newCodes } from "../new-codes";
import { grow, insertKeys } from "../seed";
import type { Instance, Stage } from "../stage";
import { compareRates, figuresOf, takeTurns, type Contender } from "../turns";
import { pollV1, verifyV1 } from "../wire";
import { signUp } from "../people";
import { loginFigure, loginPeople, rates, startLoginWorker, takeLoginTurn, type LoginTurn } from "./6-logins";

const HARDLY_SLOWER = { atLeast: 0.9 };

export async function growth(stage: Stage): Promise<RowResult> {
  const { options } = stage;
  const [empty, grown] = [await furnish(stage, "empty", 0), await furnish(stage, "grown", options.grown)];
  const cleaning = startAnswerer<object, { given: number; gone: number }>("src/clean-up.ts", {
    DATABASE_URL: grown.ours.databaseUrl,
  });
  const turns = await takeTurns(
    stage.loader,
    [known, fresh, verified].flatMap((contender) => [contender(stage, empty), contender(stage, grown)]),
    options.rounds,
  );
  const loggedIn = await takeLoginTurns(stage, empty, grown);
  const { given, gone } = await cleaning.ask({});
  cleaning.stop();

  const removed = gone / given;
  const keeps = (what: string) => compareRates(turns, `${what}, grown`, `${what}, empty`, HARDLY_SLOWER);
  return {
    row: 7,
    title: `The same with ${options.grown.toLocaleString("en-US")} grants and as many keys, and the clean-up running`,
    comparisons: [
      keeps("polls, known code"),
      keeps("polls, new code"),
      keeps("verifications"),
      compare("logins, grown ÷ empty", ratioOf(rates(loggedIn.grown), rates(loggedIn.empty)), HARDLY_SLOWER),
      compare(
        "expired rows that the clean-up removed meanwhile",
        { median: removed, min: removed, max: removed },
        { atLeast: 0.9 },
      ),
    ],
    figures: [
      ...figuresOf(turns),
      loginFigure("logins, empty", loggedIn.empty),
      loginFigure("logins, grown", loggedIn.grown),
    ],
    notes: [
      `The clean-up is the product's own, in a process beside the server, a second after each round the next one: of ${given} expired grants that came up meanwhile ${gone} are gone.`,
    ],
  };
}

interface Furnished {
  name: string;
  ours: Instance;
  client: pg.Client;
  codes: string[];
  keys: string[];
  people: Awaited<ReturnType<typeof loginPeople>>;
}

async function furnish(stage: Stage, name: string, rows: number): Promise<Furnished> {
  const { secrets, connections } = stage.options;
  const ours = await stage.ours(name);
  const client = await stage.client(ours.databaseUrl);
  const owners = (await signUp(ours.url, 4)).map(({ id }) => id);
  if (rows > 0) await grow(client, rows, owners);
  return {
    ...{ name, ours, client },
    codes: (await startLogins(ours.url, secrets)).map(({ deviceCode }) => deviceCode),
    keys: await insertKeys(client, secrets, owners),
    people: await loginPeople(ours.url, connections),
  };
}

type Of = (stage: Stage, furnished: Furnished) => Contender;

const known: Of = ({ options: { seconds } }, { name, ours, codes }) => ({
  ...{ name: `polls, known code, ${name}`, pid: ours.pid, expected: [400] },
  job: () => ({ url: ours.url, ...pollV1, values: codes, until: { seconds } }),
});

const fresh: Of = (stage, { name, ours, client }) => ({
  ...{ name: `polls, new code, ${name}`, pid: ours.pid, expected: [400] },
  job: async () => ({ url: ours.url, ...pollV1, ...(await newCodes(stage, client)) }),
});

const verified: Of = ({ options: { seconds } }, { name, ours, keys }) => ({
  ...{ name: `verifications, ${name}`, pid: ours.pid, expected: [200] },
  job: () => ({ url: ours.url, ...verifyV1, values: keys, until: { seconds } }),
});

async function takeLoginTurns({ options: { rounds, seconds } }: Stage, empty: Furnished, grown: Furnished) {
  const worker = startLoginWorker();
  const turns = { empty: [] as LoginTurn[], grown: [] as LoginTurn[] };
  for (let round = -1; round < rounds; round++) {
    const onEmpty = await takeLoginTurn(worker, empty.ours, empty.people, seconds);
    const onGrown = await takeLoginTurn(worker, grown.ours, grown.people, seconds);
    if (round < 0) continue;
    turns.empty.push(onEmpty);
    turns.grown.push(onGrown);
  }
  worker.stop();
  return turns;
}
