import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { percentile } from "../ratio";
import type { FromWorker, LoadJob, LoadReport, ToWorker } from "./job";

/** As many as a server and its load can share two cores with; the connections are divided among them. */
const WORKERS = 2;

/** The processes that send. One for all rows, so that their code is as warm for one contender as for the other. */
export interface Loader {
  run(job: LoadJob): Promise<LoadReport>;
  stop(): void;
}

export function startLoader(connections: number): Loader {
  const workers = Array.from({ length: WORKERS }, () => fork(join(import.meta.dirname, "worker.ts")));
  return {
    async run(job) {
      const parts = await Promise.all(
        workers.map((worker, index) =>
          ask(worker, {
            connections: connections / WORKERS,
            job: { ...job, values: job.values.filter((_, place) => place % WORKERS === index) },
          }),
        ),
      );
      return merge(parts);
    },
    stop: () => workers.forEach((worker) => worker.disconnect()),
  };
}

function ask(worker: ChildProcess, message: ToWorker): Promise<FromWorker> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error("A load worker ended in the middle of its work."));
    worker.once("exit", onExit);
    worker.once("message", (answer) => {
      worker.off("exit", onExit);
      resolve(answer as FromWorker);
    });
    worker.send(message);
  });
}

function merge(parts: FromWorker[]): LoadReport {
  const latencies = parts.flatMap((part) => part.latenciesMs);
  const statuses: Record<string, number> = {};
  for (const part of parts) {
    for (const [status, count] of Object.entries(part.statuses)) {
      statuses[status] = (statuses[status] ?? 0) + count;
    }
  }
  const startedAt = Math.min(...parts.map((part) => part.startedAt));
  const endedAt = Math.max(...parts.map((part) => part.endedAt));
  return {
    requests: latencies.length,
    seconds: (endedAt - startedAt) / 1000,
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
    statuses,
  };
}
