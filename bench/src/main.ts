import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { drawChart } from "./chart";
import { readOptions, usage, type Options } from "./options";
import { keep, type Results, type RowResult, type Run } from "./results";
import { rows } from "./rows";
import { openHouse } from "./stage";
import { printTable } from "./table";

const checkout = join(import.meta.dirname, "../..");

async function main(args: string[]): Promise<void> {
  if (args.includes("--help")) return void process.stdout.write(`${usage}\n`);
  const options = readOptions(args);
  const before = { at: new Date().toISOString(), loadBefore: loadavg()[0] ?? 0 };
  const results: RowResult[] = [];
  const house = await openHouse(options);
  const leave = () => void house.close().finally(() => process.exit(130));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, leave);
  try {
    for (const row of options.rows) {
      process.stderr.write(`· row ${row}\n`);
      const result = await house.play((stage) => rows[row]!(stage)).catch(tellFailure);
      // What the other rows showed is not lost by one that could not be played to its end.
      if (!result) continue;
      results.push(result);
      process.stdout.write(`${printTable([result])}\n`);
    }
  } finally {
    await house.close();
  }
  const all = results.flatMap(({ comparisons }) => comparisons);
  process.stdout.write(
    `${all.filter(({ isReached }) => isReached).length} of ${all.length} targets reached\n`,
  );
  if (options.save) save(results, describe(args, options, before));
}

function describe(
  args: string[],
  { connections, rounds, seconds, poolSize }: Options,
  { at, loadBefore }: { at: string; loadBefore: number },
): Run {
  const [cpu] = cpus();
  return {
    at,
    command: ["npm run bench", ...(args.length > 0 ? ["--", ...args] : [])].join(" "),
    commit: commit(),
    machine: {
      cores: cpus().length,
      cpu: cpu?.model ?? "unknown",
      memoryGb: Math.round(totalmem() / 1024 ** 3),
      node: process.versions.node,
      loadBefore,
    },
    options: { connections, rounds, seconds, poolSize },
  };
}

/** What is measured, `-dirty` when it is no commit as it stands. A checkout without git cannot tell. */
function commit(): string {
  try {
    return execFileSync("git", ["describe", "--always", "--dirty"], {
      cwd: checkout,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return "unknown";
  }
}

function save(rows: RowResult[], run: Run): void {
  const file = join(checkout, "bench/results/latest.json");
  const former = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Results) : { rows: [] };
  const results = keep(former, rows, run);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(checkout, "docs/images/bench.svg"), drawChart(results.rows));
  process.stdout.write("Wrote bench/results/latest.json and docs/images/bench.svg\n");
}

function tellFailure(error: unknown): void {
  process.stderr.write(`✗ ${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
}

main(process.argv.slice(2))
  .catch(tellFailure)
  // After a row that failed halfway a wire or a connection may still be open.
  .finally(() => process.exit());
