import type { LoadJob, LoadReport } from "./load/job";
import type { Loader } from "./load/loader";
import { cpuSeconds } from "./programs";
import { median, ratioOf, type Spread } from "./ratio";
import { compare, type Comparison, type Figure, type Target } from "./results";

/** Who takes part in a row, and what it is sent in each round. */
export interface Contender {
  name: string;
  pid: number;
  job: (round: number) => LoadJob | Promise<LoadJob>;
  /** The statuses that a right answer has: a load that is refused shows nothing. */
  expected: number[];
}

export interface Turn extends LoadReport {
  perSecond: number;
  busy: number;
}

/** One figure a round for each contender, by name. */
export type Turns = Map<string, Turn[]>;

/**
 * Lets all contenders run once a round, one after the other, each alone: ours, a peer, a ceiling, ours again. So
 * what disturbs a shared machine for a while disturbs all of them. Round -1 warms up and is not counted.
 * @throws when one answers what it should not.
 */
export async function takeTurns(loader: Loader, contenders: Contender[], rounds: number): Promise<Turns> {
  const turns: Turns = new Map(contenders.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const contender of contenders) {
      const turn = await takeTurn(loader, contender, round);
      if (round >= 0) turns.get(contender.name)?.push(turn);
    }
  }
  return turns;
}

async function takeTurn(
  loader: Loader,
  { name, pid, job, expected }: Contender,
  round: number,
): Promise<Turn> {
  const told = await job(round);
  const before = cpuSeconds(pid);
  const report = await loader.run(told);
  const busy = (cpuSeconds(pid) - before) / report.seconds;
  const wrong = Object.entries(report.statuses).filter(([status]) => !expected.includes(Number(status)));
  if (wrong.length > 0) throw new Error(`${name} answered ${JSON.stringify(report.statuses)}`);
  process.stderr.write(`  ${name}: ${Math.round(report.requests / report.seconds)}/s\n`);
  return { ...report, perSecond: report.requests / report.seconds, busy };
}

export const rates = (turns: Turns, name: string) => (turns.get(name) ?? []).map((turn) => turn.perSecond);
export const tails = (turns: Turns, name: string) => (turns.get(name) ?? []).map((turn) => turn.p99Ms);

/** Each contender's requests a second, as context. */
export function figuresOf(turns: Turns): Figure[] {
  return [...turns].map(([contender, all]) => ({
    contender,
    unit: "a second",
    rounds: all.map(({ perSecond }) => Math.round(perSecond)),
    p99Ms: median(all.map(({ p99Ms }) => p99Ms)),
    busy: median(all.map(({ busy }) => busy)),
    statuses: all.reduce<Record<string, number>>((sum, { statuses }) => addUp(sum, statuses), {}),
  }));
}

function addUp(sum: Record<string, number>, more: Record<string, number>): Record<string, number> {
  const all = { ...sum };
  for (const [status, count] of Object.entries(more)) all[status] = (all[status] ?? 0) + count;
  return all;
}

/** How many times as many requests a second one answers as the other. */
export function compareRates(turns: Turns, ours: string, theirs: string, target: Target): Comparison {
  return compare(`${ours} ÷ ${theirs}`, ratioOf(rates(turns, ours), rates(turns, theirs)), target);
}

/** How the slowest hundredth compares: at most 1 is no worse. */
export function compareTails(turns: Turns, ours: string, theirs: string): Comparison {
  const ratio: Spread = ratioOf(tails(turns, ours), tails(turns, theirs));
  return compare(`p99: ${ours} ÷ ${theirs}`, ratio, { atMost: 1 });
}
