import { parseArgs } from "node:util";

export interface Options {
  rows: number[];
  rounds: number;
  /** How long each turn lasts. */
  seconds: number;
  connections: number;
  /** Database connections of each server. */
  poolSize: number;
  /** Live codes, and keys, that are polled and verified at random. */
  secrets: number;
  /** Logins of row 2, and how many wait at once. */
  logins: number;
  waiting: number;
  /** Command lines that wait in row 3. */
  crowd: number;
  revocations: number;
  /** Rows in each of the two tables of row 7. */
  grown: number;
  /** Writes a CPU profile of our server beside the results. */
  profile: boolean;
  /** Whether the results are to be kept. */
  save: boolean;
}

export const ALL_ROWS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

const whole: Options = {
  ...{ rows: ALL_ROWS, rounds: 5, seconds: 5, connections: 64, poolSize: 20, secrets: 10_000 },
  ...{ logins: 500, waiting: 100, crowd: 10_000, revocations: 300, grown: 1_000_000 },
  ...{ profile: false, save: true },
};

/** A tenth of everything: shows in minutes that the bench works, and nothing of how fast we are. */
const quick: Partial<Options> = {
  ...{ rounds: 2, seconds: 1, secrets: 1_000, logins: 40, waiting: 20, crowd: 1_000, revocations: 30 },
  ...{ grown: 50_000, save: false },
};

export const usage = `npm run bench -- [options]
  --rows 1,4       only these rows of the table
  --rounds 5       how many turns each contender gets
  --seconds 5      how long a turn lasts
  --quick          a tenth of everything; keeps no results
  --profile        writes a CPU profile of our server to bench/results/profile
  --no-save        keeps no results`;

/** @throws a sentence, when an argument cannot be right */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    allowNegative: true,
    options: {
      rows: { type: "string" },
      rounds: { type: "string" },
      seconds: { type: "string" },
      quick: { type: "boolean" },
      profile: { type: "boolean" },
      save: { type: "boolean" },
    },
  });
  const base = { ...whole, ...(values.quick && quick) };
  const rows = values.rows?.split(",").map(Number) ?? base.rows;
  const unknown = rows.filter((row) => !ALL_ROWS.includes(row));
  if (unknown.length > 0) throw new Error(`There is no row ${unknown.join(", ")}. There are 1 to 8.`);
  return {
    ...base,
    rows,
    rounds: count("rounds", values.rounds, base.rounds),
    seconds: count("seconds", values.seconds, base.seconds),
    profile: values.profile ?? base.profile,
    save: values.save ?? base.save,
  };
}

function count(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`--${name} takes a whole number, not "${text}".`);
  return value;
}
