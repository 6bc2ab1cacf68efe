import { createTestDatabase } from "@alprina/db/testing";
import { expect, inject } from "vitest";
import { hosts, type Host } from "./hosts";
import { send } from "./http";
import { spawnServer, untilReady, type HostKind, type RunningServer } from "./server";

/** A server of one test file, on a database of its own. */
export interface OwnHost extends Host {
  server: RunningServer;
}

export async function startOwnHost(
  kind: HostKind,
  name: string,
  env: Record<string, string>,
): Promise<OwnHost> {
  const databaseUrl = await createTestDatabase(hosts[0]!.databaseUrl);
  const server = await spawnServer(kind, {
    runDir: inject("runDir"),
    name: `${kind} ${name}`,
    env: { DATABASE_URL: databaseUrl, ...env },
  });
  await untilReady(server);
  return { kind, url: server.url, databaseUrl, server };
}

export const METRICS_TOKEN = "metrics-are-for-prometheus-alone";

/** Every series and its value, by `name{label="value",…}`. */
export type Series = Map<string, number>;

/** The metrics of a host that asks for METRICS_TOKEN. */
export async function readMetrics(host: Host): Promise<Series> {
  const headers = { Authorization: `Bearer ${METRICS_TOKEN}` };
  const { status, text } = await send(host.url, "GET", "/metrics", { headers });
  expect(status, text).toBe(200);
  return parseMetrics(text);
}

export function parseMetrics(text: string): Series {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => {
      const [, series = "", value = ""] = /^(\S+?(?:\{.*\})?) (\S+)$/.exec(line) ?? [];
      return [series, Number(value)];
    }),
  );
}

/** By how much each series named `metric` has grown; those that have not are left out. */
export function growth(before: Series, after: Series, metric: string): Record<string, number> {
  const grown = [...after]
    .filter(([series]) => series === metric || series.startsWith(`${metric}{`))
    .map(([series, value]) => [series.slice(metric.length), value - (before.get(series) ?? 0)] as const);
  return Object.fromEntries(grown.filter(([, by]) => by !== 0));
}
