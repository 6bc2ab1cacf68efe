import type { Registry } from "prom-client";

/** Seconds; the two ends of what a request here can reasonably take, and a poll that is held. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

type Labels = Record<string, string>;

/** One line of what a registry prints. */
interface Sample {
  metricName?: string;
  labels: Labels;
  value: number;
}

/** Something that is counted. */
export interface Count {
  value: number;
}

/** One histogram of durations. */
export interface Timing {
  observe(seconds: number): void;
}

/*
 * prom-client looks its labels up with every call, which takes half a microsecond. What is measured here happens
 * twenty thousand times a second, several times each, so these only add numbers; the registry reads them when it is
 * asked.
 */

/** A counter of prom-client's with children that cost an addition. */
export function countsIn(registry: Registry, { name, help }: { name: string; help: string }) {
  const children: { labels: Labels; count: Count }[] = [];
  register(registry, { name, help, type: "counter" }, () =>
    children.map(({ labels, count }) => ({ labels, value: count.value })),
  );
  return (labels: Labels): Count => {
    const count = { value: 0 };
    children.push({ labels, count });
    return count;
  };
}

/** A histogram of prom-client's, in seconds, with children that cost a few comparisons. */
export function timingsIn(registry: Registry, { name, help }: { name: string; help: string }) {
  const children: { labels: Labels; buckets: Float64Array; total: Count }[] = [];
  register(registry, { name, help, type: "histogram" }, () =>
    children.flatMap(({ labels, buckets, total }) => {
      const values: Sample[] = [];
      let seen = 0;
      buckets.forEach((count, index) => {
        seen += count;
        const le = BOUNDS[index] === undefined ? "+Inf" : String(BOUNDS[index]);
        values.push({ metricName: `${name}_bucket`, labels: { le, ...labels }, value: seen });
      });
      values.push({ metricName: `${name}_sum`, labels, value: total.value });
      values.push({ metricName: `${name}_count`, labels, value: seen });
      return values;
    }),
  );
  return (labels: Labels): Timing => {
    const buckets = new Float64Array(BOUNDS.length + 1);
    const total = { value: 0 };
    children.push({ labels, buckets, total });
    return {
      observe(seconds) {
        let index = 0;
        while (index < BOUNDS.length && seconds > (BOUNDS[index] as number)) index++;
        buckets[index] = (buckets[index] as number) + 1;
        total.value += seconds;
      },
    };
  };
}

function register(
  registry: Registry,
  facts: { name: string; help: string; type: "counter" | "histogram" },
  read: () => Sample[],
): void {
  const metric = { ...facts, get: async () => ({ ...facts, aggregator: "sum", values: read() }), reset() {} };
  // What a registry asks of a metric is these fields; its type names the library's own classes.
  registry.registerMetric(metric as unknown as Parameters<Registry["registerMetric"]>[0]);
}
