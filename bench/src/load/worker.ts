import autocannon from "autocannon";
import type { FromWorker, LoadJob, ToWorker } from "./job";

/** A process that does nothing but send: autocannon, with every request's bytes made before the clock runs. */

const TIMEOUT_SECONDS = 60;

process.on("message", (message: ToWorker) => {
  void run(message).then((report) => process.send?.(report));
});
process.once("disconnect", () => process.exit());

async function run({ job, connections }: ToWorker): Promise<FromWorker> {
  const statuses: Record<string, number> = {};
  const latenciesMs: number[] = [];
  let [client, startedAt, endedAt] = [0, 0, 0];
  await new Promise<void>((resolve, reject) => {
    const instance = autocannon(
      {
        url: job.url,
        connections,
        timeout: TIMEOUT_SECONDS,
        ...(job.until === "once" ? { amount: job.values.length } : { duration: job.until.seconds }),
        setupClient: (one) => one.setRequests(shareOf(job, client++, connections)),
      },
      (error: Error | null | undefined) => (error ? reject(error) : resolve()),
    );
    startedAt = Date.now();
    instance.on("response", (_client, status, _bytes, milliseconds) => {
      statuses[status] = (statuses[status] ?? 0) + 1;
      latenciesMs.push(milliseconds);
      endedAt = Date.now();
    });
    instance.on("reqError", () => (statuses.error = (statuses.error ?? 0) + 1));
  });
  return { startedAt, endedAt, latenciesMs, statuses };
}

/** Every `of`th value from `index` on, as requests. */
function shareOf({ method, path, headers, body, values }: LoadJob, index: number, of: number) {
  return values
    .filter((_, place) => place % of === index)
    .map((value) => ({
      method,
      path,
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, text]) => [name, text.replace("{}", value)]),
      ),
      ...(body !== undefined && { body: body.replace("{}", value) }),
    }));
}
