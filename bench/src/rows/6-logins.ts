import { startAnswerer, type Answerer } from "../ask-process";
import { Connection } from "../load/connection";
import type { LoginJob, LoginReport } from "../load/login-worker";
import { signUp } from "../people";
import { cpuSeconds } from "../programs";
import { median, percentile, ratioOf } from "../ratio";
import { compare, type Figure, type RowResult } from "../results";
import { scriptOf, type Script } from "../script";
import type { Instance, Stage } from "../stage";
import { openTap, type Statement, type Tap } from "../tap";
import { approveV1, bytesOf, pollV1, startV1 } from "../wire";

export type LoginPeople = LoginJob["people"];
export interface LoginTurn {
  perSecond: number;
  p99Ms: number;
  busy: number;
}

export async function logins(stage: Stage): Promise<RowResult> {
  const { options } = stage;
  const database = await stage.createDatabase();
  const ours = await stage.ours("ours", database);
  const people = await loginPeople(ours.url, options.connections);
  const scripts = await hearLogins(stage, database, people);
  const worker = startLoginWorker();
  const bare = startAnswerer<{ scripts: Script[]; seconds: number }, LoginReport>("ceilings/logins.mjs", {
    DATABASE_URL: database,
    DATABASE_CONNECTIONS: String(options.poolSize),
  });
  const turns = { ours: [] as LoginTurn[], bare: [] as LoginTurn[] };
  for (let round = -1; round < options.rounds; round++) {
    const mine = await takeLoginTurn(worker, ours, people, options.seconds);
    const theirs = await timed(bare.pid, () => bare.ask({ scripts, seconds: options.seconds }));
    if (round < 0) continue;
    turns.ours.push(mine);
    turns.bare.push(theirs);
  }
  worker.stop();
  bare.stop();

  const statements = scripts.map(({ groups }) => groups.flat().length);
  return {
    row: 6,
    title: "Whole logins a second: start, approve, redeem",
    comparisons: [compare("ours ÷ bare pg", ratioOf(rates(turns.ours), rates(turns.bare)), { atLeast: 0.5 })],
    figures: [loginFigure("ours", turns.ours), loginFigure("bare pg", turns.bare)],
    notes: [
      `Bare pg says again what our server said in one login of each of ${people.length} people, heard on the wire to PostgreSQL in this run: ${median(statements)} statements a login, with new ids, hashes and times, all prepared.`,
    ],
  };
}

/** People who each come from an address of their own. */
export async function loginPeople(url: string, count: number): Promise<LoginPeople> {
  const people = await signUp(url, count);
  return people.map(({ token }, index) => ({ token, address: `198.51.100.${index + 1}` }));
}

export function startLoginWorker(): Answerer<LoginJob, LoginReport> {
  return startAnswerer("src/load/login-worker.ts");
}

export function takeLoginTurn(
  worker: Answerer<LoginJob, LoginReport>,
  { url, pid }: Instance,
  people: LoginPeople,
  seconds: number,
): Promise<LoginTurn> {
  return timed(pid, () => worker.ask({ url, people, seconds }));
}

async function timed(pid: number, run: () => Promise<LoginReport>): Promise<LoginTurn> {
  const before = cpuSeconds(pid);
  const { logins, seconds, latenciesMs } = await run();
  const perSecond = logins / seconds;
  process.stderr.write(`  ${Math.round(perSecond)} logins/s\n`);
  return { perSecond, p99Ms: percentile(latenciesMs, 0.99), busy: (cpuSeconds(pid) - before) / seconds };
}

export const rates = (turns: LoginTurn[]) => turns.map(({ perSecond }) => perSecond);

export const loginFigure = (contender: string, turns: LoginTurn[]): Figure => ({
  contender,
  unit: "logins a second",
  rounds: rates(turns).map(Math.round),
  p99Ms: median(turns.map(({ p99Ms }) => p99Ms)),
  busy: median(turns.map(({ busy }) => busy)),
});

/** Listens to two logins of each person on another instance, whose wire to the database is read along. */
async function hearLogins(stage: Stage, database: string, people: LoginPeople): Promise<Script[]> {
  const tap = await openTap(database);
  const heard = await stage.ours("heard", tap.databaseUrl);
  const connection = new Connection(heard.url, true);
  const scripts: Script[] = [];
  for (const person of people) {
    // What a server asks once in a while, about a client for one, belongs to no login: the first one is not heard.
    if (scripts.length === 0) await hearOne(tap, connection, person);
    const first = await hearOne(tap, connection, person);
    const second = await hearOne(tap, connection, person);
    scripts.push(scriptOf(first, second, Date.now()));
  }
  connection.close();
  await heard.stop();
  await tap.close();
  return scripts;
}

async function hearOne(
  tap: Tap,
  connection: Connection,
  { token, address }: LoginPeople[number],
): Promise<Statement[]> {
  const statements: Statement[] = [];
  const done = tap.listen((statement) => statements.push(statement));
  const from = { "X-Forwarded-For": address };
  const { device_code, user_code } = JSON.parse((await connection.send(startV1(from))).body) as Record<
    string,
    string
  >;
  await connection.send(approveV1(user_code ?? "", token, from));
  const { status } = await connection.send(bytesOf(pollV1, device_code ?? "", from));
  if (status !== 200) throw new Error(`The login that is listened to ended with ${status}`);
  done();
  return statements;
}
