/** What a load worker is told to send. Everything in it is data: it goes to another process. */
export interface LoadJob {
  url: string;
  method: "GET" | "POST";
  path: string;
  headers: Record<string, string>;
  /** `{}` in headers and body stands for one of `values`. */
  body?: string;
  /** The codes or keys. Each connection has its own share of them and goes through it again and again. */
  values: string[];
  /** How long; or `once`: every value is sent once, and that is the end. */
  until: { seconds: number } | "once";
}

export interface LoadReport {
  requests: number;
  seconds: number;
  p50Ms: number;
  p99Ms: number;
  statuses: Record<string, number>;
}

/** The messages of a worker process. */
export type ToWorker = { job: LoadJob; connections: number };
export type FromWorker = {
  startedAt: number;
  endedAt: number;
  latenciesMs: number[];
  statuses: Record<string, number>;
};
