import { budgetNames, type BudgetName } from "@alprina/api";
import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";
import { loginOutcomes, type LoginOutcome } from "./logins";
import { routes, type Route } from "./routes";
import { countsIn, timingsIn, type Count } from "./timing";

/**
 * What this process counts and times of itself. Everything here costs next to nothing, whether somebody reads it or
 * not. No label ever holds an address, a code, an id or anything else that somebody sent.
 */
export interface Measures {
  /** A reply went out, or its client left before (`status` 499). */
  request: (route: Route, status: number, seconds: number) => void;
  /** A poll of a waiting command line was answered; for one that was held, without the time of holding. */
  poll: (seconds: number) => void;
  /** It is known of an API key what it opens. */
  verify: (seconds: number) => void;
  login: (outcome: LoginOutcome) => void;
  budgetRefusal: (budget: BudgetName) => void;
  mail: (outcome: "sent" | "postponed" | "given-up") => void;
  /** Everything, as Prometheus reads it. */
  read: () => Promise<{ contentType: string; text: string }>;
}

/** What is not counted as it happens but looked at when somebody asks. */
export interface Gauges {
  /** Command lines that wait here for a decision. */
  waiting: () => number;
  /** Connections to PostgreSQL; undefined without a database. */
  pool: () => { open: number; idle: number; awaited: number; max: number } | undefined;
  isEventLinkLive: () => boolean;
  /** How long the last heartbeat through the event link took; undefined while there is none. */
  eventLagMs: () => number | undefined;
  /** Undefined without a Redis. */
  isRedisThere: () => boolean | undefined;
}

/** In a registry of its own, so that two containers in one process (tests, a reload) do not meet in it. */
export function createMeasures(gauges: Gauges, { ofProcess }: { ofProcess: boolean }): Measures {
  const registry = new Registry();
  const registers = [registry];
  if (ofProcess) collectDefaultMetrics({ register: registry });

  const requestCounts = countsIn(registry, {
    name: "alprina_http_requests_total",
    help: "Replies, by what was asked for and the status (499: the client left first).",
  });
  const requestTimings = timingsIn(registry, {
    name: "alprina_http_request_seconds",
    help: "From a request's headers to the end of its reply.",
  });
  const byRoute = new Map([...routes].map((route) => [route, byStatus(route)]));
  function byStatus(route: Route) {
    return { timing: requestTimings({ route }), statuses: new Map<number, Count>() };
  }

  const polls = timingsIn(registry, {
    name: "alprina_poll_seconds",
    help: "What a poll of a waiting command line took, without the time that it was held.",
  })({});
  const verifications = timingsIn(registry, {
    name: "alprina_key_verification_seconds",
    help: "What it took to know what an API key opens.",
  })({});
  const logins = new Counter({
    name: "alprina_logins_total",
    help: "Logins, by the way that the command line came and what became of them.",
    labelNames: ["way", "outcome"],
    registers,
  });
  const refusals = new Counter({
    name: "alprina_budget_refusals_total",
    help: "Attempts that were refused for their number, by budget (docs/guessing.md).",
    labelNames: ["budget"],
    registers,
  });
  const mails = new Counter({
    name: "alprina_mails_total",
    help: "Mails about new devices that this instance tried to send.",
    labelNames: ["outcome"],
    registers,
  });
  // What has not happened yet is zero, and not absent: only so does the first time count as an increase.
  for (const labels of loginOutcomes) logins.inc(labels, 0);
  for (const budget of budgetNames) refusals.inc({ budget }, 0);
  for (const outcome of ["sent", "postponed", "given-up"]) mails.inc({ outcome }, 0);

  watch("alprina_waiting_clis", "Command lines that wait here for a decision.", gauges.waiting);
  watch("alprina_event_link_live", "Whether this instance is sure to hear what others announce.", () =>
    Number(gauges.isEventLinkLive()),
  );
  watch(
    "alprina_event_lag_seconds",
    "How long the last heartbeat through the event link took, by the way that news come (NaN: there is no link).",
    () => (gauges.eventLagMs() ?? NaN) / 1000,
  );
  if (gauges.isRedisThere() !== undefined) {
    watch("alprina_redis_up", "Whether the Redis at REDIS_URL answers.", () =>
      Number(gauges.isRedisThere() ?? false),
    );
  }
  if (gauges.pool() !== undefined) {
    new Gauge({
      name: "alprina_database_connections",
      help: "Connections to PostgreSQL: open, idle among them, awaited by callers, and open at most.",
      labelNames: ["state"],
      registers,
      collect() {
        for (const [state, value] of Object.entries(gauges.pool() ?? {})) this.set({ state }, value);
      },
    });
  }
  function watch(name: string, help: string, look: () => number): void {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(look());
      },
    });
  }

  return {
    request(route, status, seconds) {
      const { timing, statuses } = byRoute.get(route) as ReturnType<typeof byStatus>;
      let count = statuses.get(status);
      if (!count) statuses.set(status, (count = requestCounts({ route, status: String(status) })));
      count.value++;
      timing.observe(seconds);
    },
    poll: (seconds) => polls.observe(seconds),
    verify: (seconds) => verifications.observe(seconds),
    login: (outcome) => logins.inc(outcome),
    budgetRefusal: (budget) => refusals.inc({ budget }),
    mail: (outcome) => mails.inc({ outcome }),
    read: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}
